"""Verbs and nouns by which a text says who says something."""

from __future__ import annotations

from reader.language.lists import listed

_SAYING = """
question discuss refuse pledge continue present ignore point urge call encourage unleash attack share say tell add
note announce report claim argue insist explain acknowledge admit confirm deny suggest state declare write tweet
retweet warn assert contend respond reply answer ask recall describe stress emphasize emphasise highlight underline
underscore reiterate repeat maintain allege accuse predict estimate conclude reveal disclose remark comment observe
mention indicate vow promise threaten caution testify joke quip boast brag lament bemoan complain wonder quote cite
inform advise remind echo counter retort concede hint imply signal propose recommend demand chant denounce criticize
criticise condemn blast slam praise hail blame dismiss refute dispute express find discover learn determine judge
label brand dub liken characterize portray forecast show demonstrate document detail outline publish speculate
theorize proclaim exclaim shout yell whisper mutter sing preach lecture elaborate clarify specify stipulate certify
attest swear plead rebut deride mock ridicule lambaste chastise scold rebuke berate extol laud applaud apologize
implore exhort beg challenge rail fume gripe caption headline editorialize opine pronounce narrate allude refer invoke
tout paint identify summarize admonish reassure assure convince persuade contradict
"""
_THINKING = """
want feel know understand trust believe think hope expect fear worry view agree doubt suspect assume imagine realize
realise recognize recognise anticipate envision prefer despise wish
"""
_DOING = """
plan rate release send back introduce impose promote support oppose endorse decide intend refuse decline offer defend
reject welcome approve advocate champion object protest resist ignore request
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "think": "thought",
    "know": "knew known", "feel": "felt", "see": "saw seen", "find": "found", "show": "showed shown",
    "hold": "held", "swear": "swore sworn", "sing": "sang sung", "cast": "cast", "understand": "understood",
    "forget": "forgot forgotten", "broadcast": "broadcast", "seek": "sought", "beg": "begged begging",
    "refer": "referred referring", "admit": "admitted admitting", "brag": "bragged bragging", "deny": "denied denies",
    "submit": "submitted submitting", "commit": "committed committing", "slam": "slammed slamming",
    "dub": "dubbed dubbing", "plan": "planned planning", "ban": "banned banning", "rebut": "rebutted rebutting",
    "quip": "quipped quipping", "prefer": "preferred preferring", "forecast": "forecast", "extol": "extolled extolling",
    "learn": "learnt", "regret": "regretted regretting",
}  # fmt: skip


def _forms(verb: str) -> set[str]:
    base = verb.removesuffix("e")
    forms = {verb, f"{base}ing" if not verb.endswith("ee") else f"{verb}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {f"{verb[:-1]}ies"}
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        forms |= {f"{verb}es"}
    else:
        forms |= {f"{verb}s"}
    irregular = _IRREGULAR.get(verb, "").split()
    forms |= set(irregular)
    if not any(form.endswith(("ed", "d", "t", "n", "w", "g")) and not form.endswith("ing") for form in irregular):
        forms |= {f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{base}ed"}
    return forms


def _table(verbs: str) -> dict[str, str]:
    return {form: verb for verb in dict.fromkeys(verbs.split()) for form in sorted(_forms(verb))}


DOING = _table(_DOING)
THINKING = _table(_THINKING)
SAYING = _table(_SAYING)
_NEVER = frozenset(
    listed(
        """
        state states back backs attack attacks question questions present presents plan sends send release releases
        rate rates point points tweet tweets remarks released releasing known knowing sending understanding
        supporting comments reporting answer support supports note tell continue continuing showing recommend
        reports
        """
    )
)
"""Forms that in news are nouns or another word."""
CUES: dict[str, str] = {form: verb for form, verb in (DOING | THINKING | SAYING).items() if form not in _NEVER}
"""Each form of each cue verb, with its base form."""

REPORTING = frozenset(
    listed(
        """
        say tell add note announce report claim argue insist explain acknowledge admit confirm deny suggest state
        declare write tweet warn assert contend reply answer recall describe stress emphasize emphasise
        highlight underline reiterate allege estimate conclude reveal disclose remark comment observe indicate testify
        predict concede quote cite show believe think agree suspect fear hope expect speculate statement
        statements claim claims allegation allegations announcement
        """
    )
)
"""Verbs and nouns that make somebody the source of a fact; "wants" and "attacked" tell what he does."""
NOUNS = frozenset(
    listed(
        """
        claim statement allegation allegations accusation accusations assertion announcement
        comment remark remarks promise pledge vow warning call calls argument belief view views opinion
        testimony admission denial suggestion prediction estimate theory hope hopes fear proposal
        pledge demand criticism support opposition desire position explanation assessment
        conclusion finding findings concern concerns acknowledgment insistence
        """
    )
)
"""Nouns that stand for a statement behind a possessive: "Trump's claim that"."""

HOMOGRAPHS = frozenset(["share", "shares"]) | frozenset(
    listed(
        """
        state states plan plans support supports question questions tweet tweets attack attacks report reports claim
        claims order orders rules rule remark remarks comment comments details detail protest protests challenge
        challenges answer answers note notes judge judges call calls view views show shows worry worries fear fears
        hope hopes doubt doubts back backs forecast forecasts estimate estimates pledge pledges vow vows demand
        demands request requests offer offers promise promises praise blame joke jokes quote quotes reply replies
        warning threat label labels brand brands document documents voice guess decline declines advocate advocates
        champion object objects signal signals mention mentions stress highlight highlights counter lecture headline
        tweet value reference press present
        """
    )
)
"""Forms that are nouns as often as verbs."""

ADVERBS = frozenset(
    listed(
        """
        also then later earlier now once again still further repeatedly previously recently reportedly apparently
        just already long often never even clearly largely strongly initially only quickly publicly subsequently
        additionally simply first last always sometimes frequently generally specifically separately openly merely
        flatly bluntly famously explicitly immediately not n't once-again today yesterday thursday friday monday
        tuesday wednesday saturday sunday all both steadfastly sharply widely similarly eventually finally
        ultimately actually
        """
    )
)
AUXILIARIES = frozenset(
    listed(
        """
        has have had is are was were be been being will would could can may might should must did do does didn't
        doesn't don't isn't aren't wasn't weren't won't wouldn't hasn't haven't hadn't couldn't can't cannot to ’s
        's ’ve 've ’d 'd reportedly
        """
    )
)
