"""The words by which names are known in English news prose: titles, and what bodies and places are called."""

from __future__ import annotations

from reader.language.lists import listed

TITLES = frozenset(
    listed(
        """
        president vice prime minister deputy premier chancellor king queen prince princess emperor empress pope
        cardinal bishop archbishop rev reverend father sheikh sheik imam rabbi senator sen representative rep
        congressman congresswoman governor gov mayor councilman councilwoman judge justice attorney prosecutor
        secretary minister foreign defense defence finance interior ambassador envoy spokesman spokeswoman
        spokesperson director chief chairman chairwoman chair ceo general gen colonel col major maj captain capt
        lieutenant lt sergeant sgt corporal cpl private pvt commander cmdr cmd admiral adm officer detective det
        sheriff inspector superintendent constable commissioner agent professor prof doctor dr mr mrs ms miss sir
        dame lord lady coach manager analyst author actor actress singer rapper star biologist scientist researcher
        economist lawyer co-author leader first former then cabinet acting interim assistant senior deputy-prime
        house speaker party candidate nominee republican democrat democratic white
        """
    )
)
"""Words before a name that tell what somebody is."""
RANKS = frozenset(
    listed(
        """
        chief sheriff sgt lt lieutenant sergeant capt captain officer detective det cmdr commander gov governor sen
        senator rep representative mayor president minister secretary spokesman spokeswoman director ceo judge justice
        spokesperson treasurer dr prof professor emperor king queen prince pope coach speaker whip chairman chairwoman
        """
    )
)
"""Those behind which the name begins, whatever stands in capitals before them."""
ORGANISATION = {
    word: kind
    for kind, words in {
        "university": "university college institute school academy faculty",
        "court": "court tribunal",
        "agency": "agency patrol protection customs bureau department ministry office service services police "
        "guard administration commission authority council committee board parliament congress senate "
        "directorate operations force forces army navy inspectorate division unit fbi cia nsa dea atf",
        "company": "company corporation corp inc ltd group plc bank airlines airways motors studios studio "
        "pictures entertainment capital partners holdings industries technologies systems bluemoon",
        "outlet": "times post news press npr pbs itv journal herald tribune telegraph guardian mail magazine tv radio "
        "network reuters bbc cnn nbc abc cbs ap afp xinhua yonhap variety politico weekly gazette",
        "party": "party union alliance coalition movement league federation association organisation organization "
        "foundation society",
        "hospital": "hospital clinic infirmary",
    }.items()
    for word in words.split()
}
"""Words that tell what a name is the name of, each with the kind of body."""
PLACE_WORDS = frozenset(
    listed(
        """
        street road avenue highway bridge park square river lake mountain mount island islands bay coast county city
        town village province state district region airport station port beach harbor harbour valley desert forest
        peninsula store hotel church mosque temple stadium arena mall hall house tower
        """
    )
)
"""Words with which the names of places end."""
MATTERS = frozenset(
    listed(
        """
        affairs air agriculture border citizenship commerce culture customs defence defense development disease drug
        drugs education employment energy environment finance fire firearms fisheries food forestry foreign health
        homeland housing human immigration industry information interior justice labor labour marine maritime oceanic
        oceans prevention prisons public radio rescue research revenue safety science search security social sports
        technology tobacco tourism trade transport transportation treasury veterans water welfare wildlife youth
        """
    )
)
"""What public bodies are for: two of these are joined by "and" within one name ("Air and Marine Operations")."""
OPENERS = frozenset(
    listed("all new one two three four five six seven eight nine ten first second third last next every another back")
)
"""Words that open sentences and names alike: inside a sentence, a capital makes them part of the name."""
NOT_NAMES = frozenset(
    listed(
        """
        the a an and but or nor for so yet if when while where who whom whose which what why how that this these
        those he she it they we you i his her its their our my your in on at by to from with without after before
        during since until as of about into over under between among against through despite although though because
        however meanwhile also then there here now not no yes all both each every some any many most more less few
        several other another such only just even still once again later earlier yesterday today tomorrow according
        asked speaking reached following earlier last next first second third one two three four five six seven
        eight nine ten is are was were be been being has have had do does did will would can could may might must
        shall should let mr mrs ms dr it's he's she's they're we're i'm i've don't didn't doesn't isn't wasn't
        that's there's here's additionally moreover furthermore instead rather nearly almost around at least police
        officials authorities sources experts critics lawmakers investigators prosecutors researchers scientists
        doctors surgeons people men women children residents witnesses anyone everyone someone nobody nothing
        everything something part recommended advertisement photo image video read watch see share click related
        story more new breaking update updated back like unlike well oh okay please thanks thank maybe perhaps
        certainly clearly indeed finally eventually
        """
    )
)
"""Words that are printed with a capital and are no names."""
