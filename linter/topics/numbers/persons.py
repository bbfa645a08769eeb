"""Words for persons in seven languages: for all of them, and for kinds of which nobody is two."""

from __future__ import annotations

GENERAL = frozenset(
    """
    people persons passengers victims members migrants refugees survivors hostages students pupils
    employees workers residents tourists soldiers officers suspects players candidates mps deputies
    councillors senators judges jurors civilians prisoners patients volunteers athletes delegates
    lawmakers researchers dead killed personnes passagers victimes membres migrants réfugiés
    survivants otages étudiants élèves salariés employés habitants touristes soldats militaires
    policiers suspects joueurs candidats députés élus conseillers sénateurs juges jurés civils
    détenus patients bénévoles athlètes délégués chercheurs morts tués menschen personen passagiere
    opfer mitglieder flüchtlinge überlebende geiseln studenten schüler angestellte arbeiter bewohner
    touristen soldaten polizisten verdächtige spieler kandidaten abgeordnete senatoren richter
    zivilisten gefangene patienten freiwillige sportler delegierte forscher tote getötete insassen
    personas pasajeros víctimas miembros migrantes refugiados supervivientes rehenes estudiantes
    alumnos empleados trabajadores residentes turistas soldados militares policías sospechosos
    jugadores candidatos diputados senadores jueces civiles presos pacientes voluntarios atletas
    muertos persone passeggeri vittime membri migranti rifugiati superstiti ostaggi studenti alunni
    dipendenti lavoratori residenti turisti soldati militari agenti sospetti giocatori candidati
    deputati senatori giudici civili detenuti pazienti volontari atleti morti pessoas passageiros
    vítimas membros migrantes refugiados sobreviventes reféns estudantes alunos funcionários
    trabalhadores moradores turistas soldados policiais suspeitos jogadores candidatos deputados
    senadores juízes civis presos pacientes voluntários atletas mortos mensen personen passagiers
    slachtoffers leden migranten vluchtelingen overlevenden gijzelaars studenten leerlingen
    werknemers bewoners toeristen soldaten agenten verdachten spelers kandidaten rechters burgers
    gevangenen patiënten vrijwilligers doden
    """.split()
)
"""Words that say nothing of sex or age; one of them may stand for all."""

BY_SEX_AND_AGE = tuple(
    frozenset(words.split())
    for words in (
        "women men girls boys woman man girl boy adults children child teenagers babies minors",
        "femmes hommes filles garçons femme homme fille garçon enfants enfant adultes mineurs bébés",
        "frauen männer mädchen jungen frau mann kinder kind erwachsene minderjährige jugendliche",
        "mujeres hombres niñas niños mujer hombre niño niña menores adultos menor",
        "donne uomini donna uomo ragazze ragazzi bambini bambine bambino minori adulti",
        "mulheres homens mulher homem meninas meninos crianças criança adultos",
        "vrouwen mannen vrouw man meisjes jongens kinderen kind volwassenen",
    )
)
BY_FATE = tuple(
    frozenset(words.split())
    for words in (
        "dead killed wounded injured missing",
        "morts blessés disparus tués",
        "tote verletzte vermisste",
        "muertos heridos desaparecidos",
        "morti feriti dispersi",
        "mortos feridos desaparecidos",
        "doden gewonden vermisten",
    )
)
