"""Dutch words that say nothing about the subject of a question, and words that say the same as another."""

from __future__ import annotations

_STOPWOORDEN = """
aan aanbevolen aangaande aangeraden aangezien aanraden aanwezig achter advies adviseert adviseren af
afvragen afwezig ah aha al aldus algemeen algemene alle allebei alleen allemaal allerlei alles als
alsjeblieft alsof alstublieft altijd alvast amai ander andere anderen anders anderzijds apart aparte aub
baat baten bedankt bedoel bedoeld bedoelen bedoelt beetje begin beginnen beginnend begint begonnen begrijp
begrijpelijk begrijpen behalve behoorlijk beide beiden bekeek bekeken bekend bekijk bekijken bekijkt belang
belangen belangrijk belangrijke belangrijkste ben benieuwd bent beschikbaar bespreekt bespreken besproken
bestaan bestaande bestaat bestond betekend betekenen betekenis betekenisvol betekent beter betreffende
betreft beweerd beweert beweren bezig bij bijna bijv bijvoorbeeld bijzonder binnen binnenkort blijft blijken
blijkt blijven boven bovenstaande brengen bv circa collega collegas compleet complete concreet concrete
daadwerkelijk daadwerkelijke daar daarbij daardoor daarin daarmee daarna daarnaast daarnet daarom daarop
daarover daartegen daarvan daarvoor dacht dadelijk dagdeel dagelijks dan dank dankzij dat de deden dedie
deed deel deelnemen dees denk denkbaar denken denkt derde deze dezelfde die dien dienen dient dik ding
dingen direct dit doe doen doende doet dolgraag door doordat doorgaan duidelijk duidelijker dus echt echte
echter een eens eentje eenvoudig eerder eerlijk eerst eerste effe efkes eigen eigenlijk einde eindelijk
eindigt elk elkaar elke en ene enerzijds enig enige enkel enkele enorm er eraan erbij erg ergens erger erin
ermee ernaar eronder ertoe eruit ervan ervoor etc euh even eventjes eventueel evenveel feit feitelijk feiten
ff fijn flink ga gaan gaandeweg gaarne gaat gaf ge gebleken gebruik gebruikelijk gebruiken gebruikt
gebruikten gedaan geef geeft geen gegeven geheel geholpen gekeken gekomen gelden geldt gelezen gelijk
gemaakt genoeg genoemd genoemde gepast geraakt geschikt geschreven geven gevonden geweest gewone gewoon
geworden gezamenlijk gezegd gezeten gezien gezond gij gijlie ging gisteren goed goede goedemorgen goedkoper
goedschiks goeie golden graag grotendeels haar had hadden halen hallo handig handiger heb hebben hebde hebt
heeft heel helaas helder helderheid hele heleboel helemaal help helpen helpt hem hen het hetzelfde hey hi
hier hierbij hierin hiermee hierover hiervan hiervoor hij hmm hoe hoef hoeft hoeveel hoeveelste hoeven hoezo
hoi hoofdzakelijk hoor hoorde hoort horen horende hou houden houdt hun ieder iedere iedereen iemand iets
ietwat ik in inclusief inderdaad info informatie inhoud inhoudelijk inhouden interessant intussen inzet
inzetten is ja jaarlijks jaja jammer je jij joh jou jouw juist jullie kan keek ken kende kennen kent kids
kiezen kijk kijken kijkt klaar kloppen klopt kom komen komt kon konden krijg krijgen krijgt kun kunnen kunt
kwaad kwalijk kwam kwamen laat laatst laatste langzaam lastig lastiger laten later lees leest leg leggen
legt let letten letterlijk leuk leuker leveren levert lezen liever liggen ligt lijken lijkt lonen loont los
losse lukt maak maakt maandelijks maar mag maken makkelijk makkelijker man manier manieren me mee meedoen
meedoet meegedaan meegenomen meeneemt meenemen meest meestal meeste men menig met mezelf middag mij mijn
mijne min minst mis misschien missen mist mocht moeilijk moest moet moeten mogelijk mogelijke mogen
momenteel mooi morgen na naar naast nadat natuurlijk nee neem neemt nemen nergens net niet niets
nieuwsgierig niks nodig noem noemde noemen noemt nog nogmaals noodzakelijk nooit nou nu nut nuttig ochtend
of ofwel ok oke om omdat omtrent ondanks onder onderling onderlinge ondertussen ongeveer onlangs ons
onvoldoende onze onzeker ook oorspronkelijk op opeens opletten opleveren oplevert opnieuw optioneel opvallen
opvallend opvalt opzet over overal overigens overtuigd overtuigend overtuigt paar passen past per plots
praktisch precies precieze prima qua raad raadt raakt raden raken redelijk relevant relevante rond rondom
samen samengenomen samengevat samenvatten samenvatting schijnt schrijft simpel simpeler sinds slechts slim
snap snappen snapt snel sneller sommige soms soort soorten sowieso spannend speciaal speciale spreekt
spreken staan staat start starten stel stond stoppen straks stuk super svp tamelijk te tegelijk
tegelijkertijd tegen telkens ten ter terug terugkomen terugkomt terugvinden terwijl theoretisch tip toch toe
toen toevallig tof top tot totaal trouwens tussen twee tweede twijfel twijfelen twijfels u uhm uit uiteen
uiteenlopend uiteindelijk uitkomen uitmaakt uitmaken uw vaakst vallen valt van vanaf vandaag vandaar
vanuit vanwege vast vaste veel verder verdere verderop vereist vermoed vermoeden verplicht verstaan verstaat
verstandig vertel vertellen vertelt via vind vindbaar vinden vindt vol voldoende volgend volgende volgens
volledig volledige volstaan vond vonden voor vooral voordat voornamelijk voortaan vorig vorige vraag vraagje
vraagt vragen vreselijk vroeg vroeger waar waaraan waarbij waarin waarmee waarom waarop waarover waaruit
waarvan waarvoor wanneer want waren was wat we weer weet wegens wekelijks wel welk welke welnu werd werden
werkelijk werken weten wezenlijk wie wij wij' wijze wil wilde willen wilt wist worden wordt wou zag zal zat
zaten ze zeer zeg zeggen zegt zei zeker zekerder zelf zelfs zich zichzelf zie zien ziet zij zijn zin zinnig
zinvol zit zitten zo zoals zodat zoek zoeken zogeheten zogenaamde zoiets zojuist zonder zorg zorgen zorgt
zou zouden zowel zulke zulle zullen zult
erover ermee ervoor eraan daaraan daarop hierop las gelezen hoorde gehoord deed lazen voldoen voldaan voldoet
oud zomaar
moeilijke gebeurde beginnen begonnen vertelde blijkbaar kennelijk zeggende proberen probeert probeerde meenam meeneem
bedacht bedachte kregen kreeg uitpakte uitpakken gevaar
eenmaal geluiden geluid hard harde stevig stevige gingen blijf bleef bleven leidt leiden brachten bracht
stelde stelden schelen scheelt hangt vaststellen
"""

#: Words of conversation and grammar. A word that is not here and not in the knowledge base counts as something
#: that the sources may not hold, so a harmless word that is missing here makes answers more careful, not wrong.
STOPWOORDEN = frozenset(_STOPWOORDEN.split())

_GENERIEK = """
aanbieden aanbod aangetoond aanpak aantal artikel begrip bepaald bepaalde beschrijven beschrijving betrokken
bevestigd bewezen bewijs bovenbouw bron bronnen brugklas brugklassen conclusie conclusies dag dagen
definieren definitie docent docenten doel doelgroep effect effecten effectief effectieve effectiever element
elementen gebeuren gebeurt geleerd gericht groot grote hoge hoog interventie interventies invloed inzetten
jaar jaren jongere jongeren kant kanten keer kenmerk kenmerken keren kern keuzehulp kind kinderen klas
klassen klein kleine kort korte korter kortom laag lage lang lange langer leeftijd leer leerkracht
leerkrachten leerling leerlingen leert leraar leraren leren les lessen lijst literatuur meer mens mensen
mentor mentoren methode middelbare minder mogelijkheid omschrijven omschrijving onderbouw onderdeel
onderdelen onderwijs onderwijsprogramma onderzocht onderzoek onderzoeken onderzoekers opsomming overzicht
paragraaf percentage persoon praktijk procent programma programma's programmas punt punten rapport resultaat
resultaten rol scholen school situatie soorten speelt spelen stap stappen sterk sterke sterker studie
studies team teams tekst teksten tellen telt term tijd tijdens toelichten toelichting training trainingen
trimbos trimbosinstituut type typen uitkomst uitkomsten uitleg uitleggen uitvoeren uitvoering vaak
vaardigheden vaardigheid vaker veerkracht veerkrachtig veerkrachtige veerkrachtiger vergeleken vergelijk
vergelijken vergelijking verschil verschillen verschillende verschilt versterken vo volgen voorbeeld
voorbeelden voortgezet weinig wereld werkt werkzaam werkzame wetenschap wetenschappelijk wetenschappelijke
woord zaak zaken schoolteam schoolteams best beste nieuw nieuwe nieuws
"""

#: Words that nearly every question in this field holds. They help to rank, and their absence tells nothing.
GENERIEK = frozenset(_GENERIEK.split())

#: Folded words that schools use for a word of the knowledge base.
GELIJKE_WOORDEN = {
    "aandeel": "percentage",
    "gecodeerd": "onderzocht",
    "kritiek": "kritisch",
    "jongste": "lagere",
    "oudste": "hogere",
    "gecodeerde": "onderzocht",
    "bevorderden": "bevorderd",
    "eisen": "inclusiecriteria",
    "geselecteerde": "selectie",
    "geselecteerd": "selectie",
    "verspreid": "verdeeld",
    "gespreid": "verdeeld",
    "invoert": "implementatie",
    "invoeren": "implementatie",
    "database": "databank",
    "databases": "databanken",
    "invoering": "implementatie",
    "implementeren": "implementatie",
    "karaktertrek": "karaktereigenschap",
    "tieners": "jongeren",
    "pubers": "jongeren",
    "scholieren": "leerlingen",
    "gewetensvol": "zorgvuldig",
    "mentor": "docent",
    "mentoren": "docenten",
    "leraar": "docent",
    "leraren": "docenten",
    "leerkracht": "docent",
    "leerkrachten": "docenten",
    "kids": "kinderen",
    "reguleren": "emotieregulatie",
    "sova": "vaardigheidstrainingen",
    "beschrijft": "beschreven",
    "beschrijven": "beschreven",
    "erkend": "erkennen",
    "getraind": "training",
    "trainen": "training",
    "opgeleid": "opleiding",
    "geschoold": "scholing",
    "ouderlijke": "ouders",
    "verzorgers": "ouders",
    "bijscholing": "scholing",
    "papers": "artikelen",
    "publicaties": "artikelen",
}
