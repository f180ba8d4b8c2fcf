"""Countries with their demonyms and capitals, American states and large cities: what a name alone tells of a place."""

from __future__ import annotations

from reader.language.lists import listed

_COUNTRIES = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian,Aussie|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|Brussels
Bolivia|Bolivian|La Paz
Bosnia|Bosnian|Sarajevo
Botswana||Gaborone
Brazil|Brazilian|Brasilia
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian|Ottawa
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China|Chinese|Beijing
Colombia|Colombian|Bogota
Congo|Congolese|Kinshasa
Croatia|Croatian,Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic,Czechia|Czech|Prague
Denmark|Danish,Dane|Copenhagen
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish,Finn|Helsinki
France|French,Frenchman|Paris
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|Guatemala City
Guinea|Guinean|Conakry
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory Coast|Ivorian|Yamoussoukro
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|Kuwait City
Laos|Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Macedonia|Macedonian|Skopje
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar,Burma|Burmese|Naypyidaw
Namibia|Namibian|Windhoek
Nepal|Nepalese,Nepali|Kathmandu
Netherlands,Holland|Dutch|Amsterdam,The Hague
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger||Niamey
Nigeria|Nigerian|Abuja
North Korea,DPRK|North Korean|Pyongyang
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|Panama City
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Philippine,Filipino|Manila
Poland|Polish,Pole|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian|Moscow
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi,Saudi Arabian|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea,S. Korea,Republic of Korea|South Korean|Seoul
South Sudan|South Sudanese|Juba
Spain|Spanish,Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish,Swede|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey,Turkiye|Turkish,Turk|Ankara
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates,UAE|Emirati|Abu Dhabi
United Kingdom,UK,Britain,Great Britain|British,Briton|London
United States,US,USA,United States of America,America|American|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""
_INSIDE = """
United States: Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho
United States: Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota
United States: Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, Ohio
United States: North Carolina, North Dakota, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota
United States: Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Washington DC
California: Los Angeles, San Francisco, San Diego, Berkeley
Texas: Houston, Dallas, Austin
Florida: Miami, Orlando
Pennsylvania: Philadelphia, Pittsburgh
Ohio: Cleveland, Columbus, Cincinnati
Illinois: Chicago
Massachusetts: Boston
Georgia: Atlanta
Michigan: Detroit
Arizona: Phoenix
Washington: Seattle
Colorado: Denver
Minnesota: Minneapolis, Duluth
Maryland: Baltimore
Nevada: Las Vegas
Louisiana: New Orleans
Wisconsin: Milwaukee
Missouri: St. Louis
Oregon: Portland
Hawaii: Honolulu
United Kingdom: England, Scotland, Wales, Northern Ireland
England: Manchester, Liverpool, Birmingham, Leeds, Bristol
London: Heathrow
Scotland: Glasgow, Edinburgh
Northern Ireland: Belfast
Canada: Quebec, Ontario, Vancouver
Ontario: Toronto
Quebec: Montreal
Australia: Sydney, Melbourne, Perth, Brisbane
New Zealand: Auckland, Christchurch
Germany: Bavaria, Hamburg, Frankfurt, Cologne
Bavaria: Munich
Spain: Catalonia
Catalonia: Barcelona
Italy: Milan, Naples, Venice
France: Lyon, Marseille, Nice
Switzerland: Geneva, Zurich
Turkey: Istanbul
United Arab Emirates: Dubai
India: Mumbai, Kolkata, Chennai, Bangalore
Pakistan: Karachi, Lahore, Peshawar, Quetta
Syria: Aleppo, Homs
Iraq: Mosul, Basra
Afghanistan: Kandahar, Herat
Libya: Benghazi
Nigeria: Lagos
South Africa: Johannesburg, Cape Town, Durban
China: Shanghai, Chengdu, Guangzhou, Shenzhen, Wuhan, Tibet, Xinjiang, Hong Kong
Japan: Osaka, Kyoto, Hokkaido, Fukushima
South Korea: Busan, Incheon, Gyeongju
Brazil: Rio de Janeiro, Sao Paulo
Mexico: Tijuana, Guadalajara
: Crimea, Kashmir, Gaza, West Bank, Europe, Asia, Africa, Middle East, Latin America, North America, South America
: Scandinavia, Balkans, Antarctica
"""
"""What lies in what; nothing is said of what is disputed or lies in several countries."""

COUNTRIES: dict[str, str] = {}
"""Every folded name, demonym and capital of a country, with the country's name."""
DEMONYMS: set[str] = set()
CAPITALS: set[str] = set()


def _plain(name: str) -> str:
    """The folded form, for names that hold nothing but ASCII letters."""
    return " ".join(name.lower().replace("'", "").replace(".", " ").replace("-", " ").split())


def _fill() -> None:
    for line in _COUNTRIES.strip().splitlines():
        names, demonyms, capitals = (field.split(",") for field in line.split("|"))
        for word in (*names, *demonyms, *capitals):
            if word:
                COUNTRIES.setdefault(_plain(word), names[0])
        DEMONYMS.update(_plain(word) for word in demonyms if word)
        DEMONYMS.update(f"{_plain(word)}s" for word in demonyms if word)
        CAPITALS.update(_plain(word) for word in capitals if word)


_fill()
DEMONYMS.update(("korean", "koreans"))  # Of either country; the name alone does not tell which.
_AROUND = {
    _plain(name): _plain(around)
    for around, _, names in (line.partition(":") for line in _INSIDE.strip().splitlines())
    for name in names.split(",")
}
PLACES = frozenset((COUNTRIES.keys() - DEMONYMS) | _AROUND.keys())
"""Folded names of places."""
MONTHS_AND_DAYS = frozenset(
    listed(
        """
        january february march april may june july august september october november december jan feb mar apr jun
        jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri
        sat sun christmas easter gmt utc am pm est edt
        """
    )
)


def country(folded: str) -> str | None:
    """The country that a folded name, demonym or capital stands for."""
    return COUNTRIES.get(folded) or COUNTRIES.get(folded.removesuffix("s"))


def inside(one: str, other: str) -> bool:
    """Whether one of two folded names of places is known to lie in the other: "detroit" in "michigan"."""
    around: str | None = one
    while around is not None:
        around = _AROUND.get(around) or (_plain(COUNTRIES[around]) if around in CAPITALS else None)
        if around and (
            around == other or (country(other) and country(around) == country(other) and other not in CAPITALS)
        ):
            return True
    return False
