### Français. Pas encore relu par une personne de langue maternelle.
### $n chooses the plural; $shown is the same number written out.

# Language, numbers, dates
language-name = Français
number-decimal = ,
number-group = { "\u202F" }
number-group-from = 4
percent = { $shown } %
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
period = { $start } à { $end }
period-months = { $first } à { $last } { $year }
period-from = à partir de { $start }
period-until = jusqu’à { $end }
bytes-b = { $n ->
    [one] { $shown } octet
   *[other] { $shown } octets
}
bytes-kb = { $shown } ko
bytes-mb = { $shown } Mo
bytes-gb = { $shown } Go
wait-seconds = environ { $shown } s avec une connexion lente (400 kbit/s)
wait-minutes = environ { $shown } min avec une connexion lente (400 kbit/s)

# The frame of every page
home = Accueil
skip = Aller au contenu
languages = Langues
main-menu = Menu principal
menu-more = Plus
menu-datasets = Données
menu-action-plans = Plans
menu-reports = Rapports
menu-localities = Lieux
menu-here = (ici)
breadcrumbs = Vous êtes ici
also-as = Cette page sous d’autres formes :
# In plain text: "[removed: word]", "[added: word]", "(note 1)", and where its own checksum would stand.
text-removed = supprimé
text-added = ajouté
text-note = note
text-sum = indiquée dans la page elle-même : un fichier ne peut pas contenir la sienne
text-edition = Texte simple
data-edition = Données (JSON)
pdf-edition = PDF à imprimer
notice = Affiche d’une page (PDF)
feed = Suivre les changements (Atom)
feed-commitment = « { $title } » : { $status }
feed-milestone = Étape { $number } de « { $title } » : { $status }
feed-issued = Première publication : { $title }
address = Adresse de cette page :
help = Des questions ou des corrections ?
# A sentence of the ways that there are: "You can write an e-mail, call or come in person. Please …"
help-ways = {"Vous pouvez "}
help-or = {" ou "}
help-by-email = écrire un courriel
help-by-phone = téléphoner
help-by-sms = envoyer un SMS
help-by-whatsapp = écrire sur WhatsApp
help-by-post = envoyer une lettre
help-by-hours = venir sur place
help-by-page = utiliser la page indiquée ci-dessous
help-words = Merci de préciser de quelle page il s’agit.
no-contact = Le portail ne publie pas de contact.
published-by = Publié par
as-of = Les retards sont comptés jusqu’au { $date }.
untranslated = Cette page n’est pas traduite. Son texte est en { $language }.
pages = Pages de cette liste
previous = Page précédente
next = Page suivante
page-here = { $shown } (cette page)
list-here = (cette liste)
page-before = Avant :
page-after = Après :
narrow = Afficher seulement
browse = Par où commencer
table = Tableau
back-to-text = Retour au texte, note

# The first page
home-places = Par lieu
home-topics = Par sujet
home-data-places = Données par lieu
home-data-topics = Données par sujet
all-localities = Tous les lieux
all-policy-areas = Tous les sujets
all-sectors = Tous les secteurs
home-standing = Où en sont les engagements
home-changes = Derniers changements
home-all = Tout ce que contient ce portail
home-registers = Ce que disent ces pages, aussi sous forme de données :
news-milestones = { $n ->
    [one] Étape { $numbers } :
   *[other] Étapes { $numbers } :
}
news-dataset = Données mises à jour
news-first-dataset = Nouveau jeu de données
news-report = Rapport publié ou corrigé
news-commitment = Page d’engagement mise à jour
news-action-plan = Plan d’action mis à jour
news-initiative = Initiative mise à jour
news-page = Page mise à jour

# What is not known
not-given = La source ne donne pas :
comma = {", "}
full-stop = .
semicolon = {" ; "}
colon = {" : "}
sentence-gap = {" "}
gap-modified = la date de mise à jour
gap-next-update = la date de la prochaine mise à jour
gap-column-meanings = ce que veulent dire ses colonnes
gap-some-column-meanings = ce que veulent dire certaines colonnes
gap-licence = la licence
gap-limits = ce que les données ne disent pas
gap-provenance = comment les données ont été produites
gap-publisher = qui les publie
gap-contact = à qui s’adresser
gap-frequency = la fréquence des mises à jour
gap-issued = la date de première publication
gap-time-covered = la période couverte
gap-area-covered = le territoire couvert
gap-sources = d’où viennent les données
gap-fact-sources = d’où viennent ces informations
gap-institutions = qui est responsable
gap-locality = où cela se fait
gap-period = ses dates
gap-milestones = ses étapes
gap-milestone-dates = les dates de certaines étapes
gap-section-problem = le problème
gap-section-status-quo = la situation de départ
gap-section-action = ce qu’il faut faire
gap-section-contribution = ce que cela apportera
gap-section-long-term-goal = l’objectif à long terme
gap-section-text = le texte sous certains titres
gap-action-plan = son plan d’action
gap-roles = quelle institution dirige
gap-policy-areas = ses sujets
gap-sector = son secteur
gap-inception-report = le rapport initial
gap-values = les valeurs du gouvernement ouvert qu’il sert
gap-value-reasons = pourquoi il sert ces valeurs
gap-verifiable = s’il peut être vérifié
gap-relevance = s’il sert une valeur du gouvernement ouvert
gap-commitments = ses engagements
gap-plan-text = le plan lui-même
gap-completion = jusqu’où l’engagement est allé
gap-evaluated = quel engagement il évalue
gap-as-planned = si les étapes ont été réalisées comme prévu
gap-report-date = la date du rapport
gap-evaluators = qui a évalué
gap-answers = les réponses à certaines questions du formulaire
gap-level = le niveau de gouvernement
not-published = Non publié
not-reported = Non communiqué
empty-list = Il n’y a encore rien ici.
empty-cell = sans valeur

# Kinds of things
commitment = Engagement
commitments = Engagements
milestones = Étapes
report = Rapport de fin d’engagement
reports = Rapports de fin d’engagement
action-plan = Plan d’action
action-plans = Plans d’action
institution = Institution
institutions = Institutions
policy-area = Sujet
policy-areas = Sujets
sector = Secteur
sectors = Secteurs
value = Valeur
values = Valeurs du gouvernement ouvert
locality = Lieu
localities = Lieux
status = État
statuses = États d’avancement
status-unused = Ni engagement ni étape
initiative = Initiative
initiatives = Initiatives
practice = Bonne pratique
practices = Bonnes pratiques
dataset = Jeu de données
datasets = Jeux de données
all-datasets = Tous les jeux de données
all-action-plans = Tous les plans d’action
all-reports = Tous les rapports
all-initiatives = Toutes les initiatives
all-practices = Toutes les bonnes pratiques
document = Document
documents = Documents
page = Page
news = Actualités
offline = Éditions hors connexion

# Statuses
status-not-started = Pas commencé
status-in-progress = En cours
status-stuck = Bloqué
status-finished = Terminé
status-incomplete = Incomplet
status-not-reported = Non communiqué
status-not-started-means = Le travail n’a pas commencé.
status-in-progress-means = Le travail a commencé et continue.
status-stuck-means = Le travail a commencé et ne peut pas continuer pour le moment.
status-finished-means = Tout ce qui était promis a été fait.
status-incomplete-means = Le délai est passé et tout ce qui était promis n’a pas été fait.
status-not-reported-means = Aucun état n’a été publié. Cela ne veut pas dire que rien n’a été fait. Si un rapport a évalué l’engagement, son résultat est affiché.
status-computed = d’après ses étapes
overdue-since = En retard depuis
ended-unreported = Délai passé ({ $date }), sans résultat communiqué
ended = Délai passé
overdue = En retard
unreported = Délai passé, sans résultat communiqué
commitments-n = { $n ->
    [0] Aucun engagement
    [one] { $shown } engagement
   *[other] { $shown } engagements
}
initiatives-n = { $n ->
    [one] { $shown } initiative
   *[other] { $shown } initiatives
}
practices-n = { $n ->
    [one] { $shown } bonne pratique
   *[other] { $shown } bonnes pratiques
}
milestones-n = { $n ->
    [0] Aucune étape
    [one] { $shown } étape
   *[other] { $shown } étapes
}
# All things of a strip have one status: after their number ("4 commitments, all finished").
alike-not-started = { $n ->
    [one] pas commencé
   *[other] aucun n’a commencé
}
alike-in-progress = { $n ->
    [one] en cours
   *[other] tous en cours
}
alike-stuck = { $n ->
    [one] bloqué
   *[other] tous bloqués
}
alike-finished = { $n ->
    [one] terminé
   *[other] tous terminés
}
alike-incomplete = { $n ->
    [one] incomplet
   *[other] tous incomplets
}
alike-not-reported = { $n ->
    [one] sans état communiqué
   *[other] aucun état communiqué
}
finished-of = { $n ->
    [one] { $finished } étape terminée sur { $shown }
   *[other] { $finished } étapes terminées sur { $shown }
}

# A commitment
facts = En résumé
on-this-page = Sur cette page
who = Qui
where = Où
when = Quand
and-more = { $n ->
    [one] et { $shown } de plus
   *[other] et { $shown } de plus
}
in-brief = En bref
updated = Mis à jour
period-label = Quand
milestone-n = Étape { $number }
milestones-drawn = Les étapes dans le temps, de { $from } à { $to }
owner = Responsable :
odd-reason = L’éditeur :
odd-milestone = { $milestone } : { $text }
odd-ends-before-start = La fin, { $end }, précède le début, { $start } ({ $what }).
odd-milestone-outside-commitment = { $side ->
    [start] Début en { $date }, avant celui de l’engagement, en { $limit }.
   *[end] Fin en { $date }, après celle de l’engagement, en { $limit }.
}
odd-commitment-outside-plan = { $side ->
    [start] L’engagement commence en { $date }, avant son plan d’action « { $plan } », qui commence en { $limit }.
   *[end] L’engagement se termine en { $date }, après son plan d’action « { $plan } », qui se termine en { $limit }.
}
odd-milestones-out-of-order = L’étape { $number } vient après l’étape { $before }.
odd-repeated-institution = « { $name } » est citée deux fois.
odd-institutions-alike = Il existe une autre page, celle de « { $other } ». C’est peut-être la même institution.
odd-plan-of-other-locality = Le plan d’action « { $plan } » relève de : { $other } ; l’engagement, de : { $locality }.
odd-inception-of-other-member = Le rapport initial porte sur un plan de : { $other } ; l’engagement relève de : { $locality }.
odd-report-of-other-member = Ce rapport relève de : { $locality } ; l’engagement, de : { $other }.
odd-report-of-other-plan = { $what ->
    [inception] Le rapport initial
   *[report] Ce rapport
} porte sur le plan d’action « { $plan } ». L’engagement dit { $is_in ->
    [none] n’être dans aucun plan.
   *[other] être dans un autre.
}
odd-answer-against-degree = À la question { $question }, ce rapport répond « { $answer } » et dit du résultat « { $degree } ».
odd-limited-as-planned = Ce rapport qualifie l’avancement de « { $completion } » et dit que toutes les étapes ont été réalisées comme prévu.
odd-evaluation-against-milestones = { $what ->
    [complete] Le rapport juge l’engagement achevé, mais l’étape { $number } était « { $status } ».
    [as-planned] Le rapport dit que toutes les étapes ont été réalisées comme prévu, mais l’étape { $number } était « { $status } ».
    [little] Le rapport voit peu d’avancement, mais toutes les étapes étaient « { $status } ».
   *[status] L’engagement est déclaré terminé, mais l’étape { $number } « { $status } ».
}
odd-complete-without-evidence = { $what ->
    [complete] Ce rapport juge l’engagement achevé et ne cite aucune preuve.
   *[as-planned] Ce rapport dit que toutes les étapes ont été réalisées comme prévu et ne cite aucune preuve.
}
odd-translation-older = L’original a changé depuis cette traduction.
contradictions = Ce qui ne concorde pas
contradictions-about = Pages de ce portail où deux faits se contredisent. Les deux sont publiés tels que la source les donne.
history = Comment cela a avancé
update-news = Nouvelle
undated = sans date
milestones-by-then = Ce que ses étapes avaient communiqué jusque-là
evaluations-table = Ce que chaque rapport a constaté
reported-by = Communiqué par :
reported-on = Communiqué le
ask-evidence = Demander des preuves
milestones-silent = { $n ->
    [one] Personne n’a communiqué l’état de son unique étape ni publié de preuve.
   *[other] Personne n’a communiqué l’état de ses { $shown } étapes ni publié de preuve.
}
milestones-unreported-all = { $n ->
    [one] Personne n’a communiqué l’état de son unique étape.
   *[other] Personne n’a communiqué l’état de ses { $shown } étapes.
}
milestones-without-evidence-all = { $n ->
    [one] Aucune preuve de son unique étape n’a été publiée.
   *[other] Aucune preuve de ses { $shown } étapes n’a été publiée.
}
milestones-past-all = { $n ->
    [one] Son délai est passé.
   *[other] Tous les délais sont passés.
}
milestones-past = { $n ->
    [one] Un délai est passé.
   *[other] { $shown } délais sont passés.
}
milestones-unreported = Étapes sans état communiqué :
milestones-without-evidence = Étapes sans preuve publiée :
evidence = Preuves
section-problem = Problème
section-status-quo = Situation actuelle
section-action = Action
section-contribution = Contribution
section-long-term-goal = Objectif à long terme
not-attached = Ne fait partie d’aucun plan d’action
inception-report = Rapport initial
about-plan = À propos du plan
role-lead = (responsable)
role-supporting = (en appui)
inception-review = Ce qu’a dit la première évaluation
verifiable = Peut-on le vérifier ?
relevance = Sert-il une valeur du gouvernement ouvert ?
novelty = Est-ce nouveau ?
novelty-new = C’est nouveau
novelty-continuation = Cela continue une pratique
novelty-unclear = Ce n’est pas clair
ambition = Que changerait-il ?
ambition-no-added-value = Pas de valeur ajoutée
ambition-positive = Un changement positif, non contraignant
ambition-binding = Un changement contraignant ou institutionnalisé
ambition-unclear = Ce n’est pas clair
yes = Oui
no = Non
evaluations = Évaluations
related = Engagements liés
changes = Changements
downloads = Téléchargements
cite = Comment citer
sources = Sources

# Taking part
comment = Commenter cette page
take-part = Participer
report-error = Signaler une erreur
comments-n = { $n ->
    [0] Pas encore de commentaire.
    [one] Un commentaire publié.
   *[other] { $n } commentaires publiés.
}
comment-words = Votre message peut répondre à ces questions :
comment-prompt-1 = Que savez-vous ou que voyez-vous à ce sujet ?
comment-prompt-2 = Y a-t-il ici une erreur ou un oubli ?
comment-prompt-3 = Qu’est-ce qui vous serait utile ?
comment-code = Merci d’indiquer ce code :
heard = Ce que nous avons entendu
did = Ce que nous avons fait
channel-whatsapp = WhatsApp
channel-phone = Téléphone
channel-sms = SMS
channel-email = Courriel
channel-post = Par courrier ou sur place
channel-hours = Horaires
channel-issue = Signalement public
channel-form = Formulaire
channel-page = Page

# A report
evaluates = L’engagement
evaluators = Évaluateurs
contact-withheld = La source donne des coordonnées ; elles ne sont pas publiées ici.
completion = Réalisation
completion-note = Le jugement des évaluateurs sur l’ensemble de l’engagement. Ce n’est pas l’état de ses étapes.
completion-no-evidence = Sans preuve
completion-not-started = Pas commencé
completion-limited = Limitée
completion-substantial = Importante
completion-complete = Complète
completion-unsaid = non communiquée
evaluated-elsewhere = Évalué dans un rapport qui n’est pas sur ce portail
evaluated-by = Évalué dans
opened = A-t-il contribué à ouvrir le gouvernement ?
opened-information = Accès à l’information
opened-participation = Participation citoyenne
opened-accountability = Redevabilité publique
opened-problem = Le problème a été traité
stage = Étape de l’évaluation
stage-mid-term = À mi-parcours
stage-end-of-term = À la fin
report-mid-term = Rapport à mi-parcours
report-end-of-term = Rapport de fin d’engagement
report-date = Date du rapport
facet-review = Première évaluation
facet-evaluation = Évaluation dans les rapports
as-planned = Étapes réalisées comme prévu
as-planned-all = Toutes
as-planned-most = La plupart
as-planned-some = Quelques-unes
as-planned-none = Aucune
as-planned-all-said = Toutes les étapes ont été réalisées comme prévu
as-planned-most-said = La plupart des étapes ont été réalisées comme prévu
as-planned-some-said = Quelques étapes ont été réalisées comme prévu
as-planned-none-said = Aucune étape n’a été réalisée comme prévu
# After the step of a scale that is the answer.
scale-here = (c’est la réponse)
degree-worsened = A empiré
degree-did-not-change = N’a pas changé
degree-marginal = Marginal
degree-major = Important
degree-outstanding = Exceptionnel
# The parts of the form
form-1 = 1. Réalisation de l’engagement
form-2 = 2. A-t-il contribué à ouvrir le gouvernement ?
form-3 = 3. Ce qui a été appris
q1-1 = Quel était le niveau général d’avancement de l’engagement au moment de cette évaluation ?
q1-2 = Décrivez les principaux facteurs externes ou internes qui ont pesé sur la mise en œuvre de cet engagement, et comment ils ont été traités (ou non).
q1-3 = L’engagement a-t-il été mis en œuvre comme prévu à l’origine ?
q2-1-1 = Le gouvernement a-t-il divulgué plus d’informations, amélioré la qualité des informations (nouvelles ou existantes), amélioré leur valeur, amélioré les moyens de les divulguer ou de les demander, ou amélioré leur accessibilité ?
q2-1-2 = Le gouvernement a-t-il créé de nouvelles occasions de demander l’avis des citoyens ou de les faire participer, d’éclairer ou d’influencer les décisions ; amélioré les moyens ou espaces existants ; créé ou renforcé des capacités, au gouvernement ou dans le public, pour améliorer la manière dont il le fait ?
q2-1-3 = Le gouvernement a-t-il créé ou amélioré des moyens, des occasions ou des capacités pour que les responsables rendent compte de leurs actes ?
q2-2 = L’engagement a-t-il traité le problème de politique publique qu’il devait traiter, tel que décrit dans le plan d’action ?
q3 = Donnez au moins une leçon ou réflexion sur la mise en œuvre de cet engagement. Ce peut être un obstacle important, une aide ou une difficulté inattendue, des recommandations pour de futurs engagements, ou s’il faut le poursuivre dans le prochain plan d’action.

# Lists
shown-of = { $n ->
    [one] { $shown } en tout
   *[other] { $first } à { $last } sur { $shown }
}
in-all = { $shown } en tout
country = Pays
term-code = code { $code }
own-site = Son propre site
plan-text = Le plan lui-même
topics = Sujets
level = Niveau
level-international = International
level-national = National
level-state = État
level-municipal = Municipal
editions = Éditions
extent-full = La source donne tout le texte.
extent-heading-only = La source ne donne que ce titre, sans texte.
extent-untitled = La source donne ce texte sans titre.

# Datasets
each-row = Chaque ligne est
rows = { $n ->
    [one] { $shown } ligne
   *[other] { $shown } lignes
}
columns = { $n ->
    [one] { $shown } colonne
   *[other] { $shown } colonnes
}
rows-label = Lignes
tables-label = Tableaux
tables-files-label = Tableaux et fichiers
columns-label = Colonnes
all-alike = Tous ces tableaux ont les mêmes colonnes.
joined-file = Toutes les lignes, CSV
joined-about = Ils existent aussi en un seul fichier, dont la première colonne, « { $column } », nomme le tableau de chaque ligne.
same-columns = Ces tableaux ont les mêmes colonnes :
snippets = Le lire dans R, Python ou Excel
snippet-r = R
snippet-python = Python (pandas)
snippet-spreadsheet = Excel : Données, Obtenir des données, Requête vide, Éditeur avancé
columns-from-to = { $first } à { $last }
tables-n = { $shown } tableaux
tables-files-n = { $shown } tableaux et fichiers
next-update = Prochaine mise à jour
licence = Licence
licence-cc0-1-0 = Creative Commons Zéro 1.0
licence-cc-by-4-0 = Creative Commons Attribution 4.0
licence-cc-by-sa-4-0 = Creative Commons Attribution – Partage dans les mêmes conditions 4.0
licence-odc-by-1-0 = Open Data Commons Attribution 1.0
licence-odc-pddl-1-0 = Open Data Commons domaine public 1.0
licence-pddl-1-0 = Open Data Commons domaine public 1.0
licence-odbl-1-0 = Licence Open Database 1.0
file-sample = seulement les premières lignes, pour voir
file-table = le tableau entier
file-excel = pour Excel
file-received = tel que reçu
file-archive = tout dans un fichier
file-joined = toutes les lignes des tableaux aux mêmes colonnes
file-description = description, sans données
files-details = Noms des fichiers, sommes de contrôle, durées de téléchargement et un extrait
whole-dataset = Le jeu entier
not-a-table = Ce fichier n’est pas un tableau. Il est proposé tel que reçu.
file-notes = Le fichier reçu dit aussi, au-dessus ou au-dessous du tableau :
received-encoding = fichier reçu en { $encoding }
small-counts = Les effectifs inférieurs à { $below } ne sont pas affichés, pour protéger les personnes. La cellule dit [c], aussi là où un autre nombre permettrait de les calculer : { $n ->
        [one] une cellule
       *[other] { $shown } cellules
    } de { $columns }.
received-withheld = Le fichier tel que reçu n’est pas publié.
shared-combinations = { $n ->
        [one] Une combinaison de { $columns } n’est que dans une seule ligne.
       *[other] Chaque combinaison de { $columns } est partagée par au moins { $shown } lignes.
    }
hidden-count = [c] : non affiché, pour protéger les personnes. C’est un effectif inférieur à { $below }, ou il permettrait d’en calculer un.
headline-peak = le plus haut
headline-largest = le plus haut
headline-smallest = le plus bas
headline-part = le plus fréquent
headline-whole = sur { $whole }
first-rows = { $first } premières lignes sur { $shown }
whole-table = Lire le tableau entier
all-rows = Lire les { $shown } lignes page par page
rows-by-value = Seulement les lignes cherchées, par : { $name }
value-csv = Seulement ces lignes
rows-page = Page { $shown } sur { $pages }
rows-pages-below = Pages de cette liste, encore une fois
other-pages = Autres pages
index-by = Aller à : { $name }
column-parts = Les autres colonnes
columns-reordered = Ici, les colonnes qui nomment une ligne viennent d’abord, puis les chiffres. Les fichiers gardent l’ordre de la source.
hidden-columns = { $n ->
    [one] { $shown } autre colonne est dans les téléchargements.
   *[other] { $shown } autres colonnes sont dans les téléchargements.
}
dictionary = Dictionnaire des données
dictionary-page = { $n ->
    [one] Ce que signifie la colonne
   *[other] Ce que signifient les { $shown } colonnes
}
column = Colonne
meaning = Signification
values-found = Valeurs trouvées
received-as = dans le fichier reçu : { $name }
inferred = d’après les données
unit = unité
key-column = identifie chaque ligne
required = jamais vide
value-labels = Ses valeurs signifient :
allowed = Valeurs admises
refers-to = Renvoie aux lignes de
missing = { $n ->
    [one] { $shown } cellule vide ({ $percent })
   *[other] { $shown } cellules vides ({ $percent })
}
none-missing = Aucune cellule vide
missing-written = Quand la valeur manque, il est écrit
spread = Combien, par tranches égales : { $counts }
from-to = De { $min } à { $max }
distinct = { $n ->
    [one] { $shown } valeur différente
   *[other] { $shown } valeurs différentes
}
distinct-about = environ { $shown } valeurs différentes
type-string = Texte
type-integer = Nombre entier
type-number = Nombre
type-boolean = Oui ou non
type-date = Date
type-datetime = Date et heure
type-time = Heure
type-year = Année
type-yearmonth = Année et mois
type-duration = Durée
type-object = Objet (JSON)
type-array = Tableau (JSON)
type-list = Liste
type-geopoint = Point géographique
type-geojson = Forme géographique (GeoJSON)
type-any = N’importe quoi
quality = Est-il complet ?
checks-passed = { $n ->
    [one] Donne { $passed } des { $shown } informations demandées à un jeu de données
   *[other] Donne { $passed } des { $shown } informations demandées à un jeu de données
}
passed = Donne :
failed = Il manque :
limits = Ce que ces données ne disent pas
series = Série
series-previous = Le précédent de la série
series-next = Le suivant de la série
series-ordered = Dans l’ordre de la période couverte ou, à défaut, de la publication.
series-datasets = { $n ->
    [one] Son unique jeu de données
   *[other] Ses { $shown } jeux de données
}
services = Services pour les programmes
service-documentation = Comment l’interroger
provenance = Comment les données ont été produites
commitments-of-data = Engagements qui utilisent ces données
publisher = Publié par
contact = Contact
frequency = Fréquence des mises à jour
issued = Première publication
version = Version
time-covered = Période couverte
area-covered = Territoire couvert
data-language = Langue des données
broken-down-by = Ventilé par
keywords = Mots-clés
themes = Thèmes (classification européenne)
further-licences = Aussi sous
identifier = Identifiant ailleurs
conforms-to = Suit
area-code = Code du territoire
area-geonames = Le territoire sur GeoNames
area-bounds = Ouest, sud, est, nord (degrés)
rule-unique = pas de valeurs répétées
rule-pattern = motif
rule-minimum = au moins
rule-maximum = au plus
rule-min-length = caractères, au moins
rule-max-length = caractères, au plus
reason-scheduled = Mise à jour prévue
reason-correction = Correction
reason-method = Changement de méthode
reason-takedown = Retrait de données
row-changes-added = { $n ->
    [one] { $n } ligne ajoutée
   *[other] { $n } lignes ajoutées
}
row-changes-removed = { $n ->
    [one] { $n } ligne retirée
   *[other] { $n } lignes retirées
}
row-changes-changed = { $n ->
    [one] { $n } ligne modifiée
   *[other] { $n } lignes modifiées
}
facts-changed = Modifié :
row-first = Première version où il figure.
milestone-came = Étape { $number } (nouvelle)
milestone-went = Étape { $number } (n’y est plus)
milestone-fact = Étape { $number } ({ $fact })
cells-changed = { $n ->
    [one] { $n } cellule de « { $name } »
   *[other] { $n } cellules de « { $name } »
}
columns-more = { $n ->
    [one] et d’une autre colonne
   *[other] et de { $n } autres colonnes
}
columns-added = Nouvelles colonnes : { $names }.
columns-removed = Colonnes disparues : { $names }.
version-takes-from = Des données ont été retirées des versions : { $versions }.
version-taken-down = Depuis le { $date }, sans les données retirées par la version { $version }.
version-rows = { $table }, version { $version } du { $date }
version-changes = Ce qui a changé dans { $table } avec la version { $version } du { $date }
versions-more = { $n ->
    [one] Une version antérieure n’est pas affichée ici.
   *[other] { $n } versions antérieures ne sont pas affichées ici.
}
versions-ledger = Toutes les versions avec leurs sommes de contrôle
frequency-10min = Toutes les dix minutes
frequency-12hrs = Toutes les douze heures
frequency-15min = Toutes les quinze minutes
frequency-1min = Chaque minute
frequency-30min = Toutes les trente minutes
frequency-5min = Toutes les cinq minutes
frequency-as_needed = Selon les besoins
frequency-not_planned = Non prévu
frequency-op_datpro = Provisoire
frequency-annual = Chaque année
frequency-annual_2 = Deux fois par an
frequency-annual_3 = Trois fois par an
frequency-bidecennial = Tous les vingt ans
frequency-biennial = Tous les deux ans
frequency-bihourly = Toutes les deux heures
frequency-bimonthly = Tous les deux mois
frequency-biweekly = Toutes les deux semaines
frequency-cont = En continu
frequency-daily = Chaque jour
frequency-daily_2 = Deux fois par jour
frequency-decennial = Tous les dix ans
frequency-hourly = Chaque heure
frequency-irreg = Irrégulièrement
frequency-irregular = Irrégulièrement
frequency-monthly = Chaque mois
frequency-monthly_2 = Deux fois par mois
frequency-monthly_3 = Trois fois par mois
frequency-never = Plus jamais
frequency-other = Autre
frequency-quadrennial = Tous les quatre ans
frequency-quarterly = Tous les trois mois
frequency-quinquennial = Tous les cinq ans
frequency-tridecennial = Tous les trente ans
frequency-triennial = Tous les trois ans
frequency-trihourly = Toutes les trois heures
frequency-unknown = Inconnue
frequency-update_cont = En continu
frequency-weekly = Chaque semaine
frequency-weekly_2 = Deux fois par semaine
frequency-weekly_3 = Trois fois par semaine

# Not found
moved = Cette page a changé d’adresse
not-found = Cette page n’existe pas
not-found-words = L’adresse est peut-être mal écrite, ou la page a changé de place. Ces listes mènent à tout ce qui est publié.
ways-on = Par où continuer

# For programs
developers = Pour les développeurs
developers-about = Tout ce portail peut être lu par des programmes : des fichiers simples à des adresses durables. Sans clé, sans limite, sans serveur à interroger.
dev-base = Chaque chemin suit cette adresse :
dev-schema = JSON Schema
dev-address = Adresse
dev-addresses = { $n ->
    [one] { $shown } adresse
   *[other] Les { $shown } adresses
}
dev-own = Le JSON propre au portail
dev-own-about = Le chemin le plus court vers les données. On ne fait qu’ajouter des clés : ignorez celles que vous ne connaissez pas.
dev-catalog = Tous les jeux de données et tous les fichiers, avec taille, lignes et SHA-256 ; au-delà de 500 jeux, la suite est dans le fichier que nomme « next ».
dev-dataset = Tout ce que l’on sait d’un jeu de données, dans toutes les langues : informations, colonnes, fichiers.
dev-profile = Ce qui a été compté dans chaque tableau : types, cellules vides, valeurs différentes, étendues.
dev-rows = Les lignes d’un tableau : une liste d’objets.
dev-commitment = Tout ce que l’on sait d’un engagement : institutions, étapes et leur avancement.
dev-report = Un rapport : chaque réponse, degré et explication, et les leçons, dans toutes les langues.
dev-catalogs = Catalogues pour les portails qui collectent des données et pour d’autres outils
dev-catalogs-about = Les mêmes informations selon les normes que lisent d’autres portails, moteurs de recherche et bibliothèques. Elles concordent toujours, car elles viennent d’un seul registre.
dev-dcat-jsonld = DCAT-AP 3.0 en JSON-LD, avec son contexte. Un grand catalogue continue dans le fichier que nomme hydra:next, sous cette forme et les deux suivantes.
dev-dcat-ttl = DCAT-AP 3.0 en Turtle.
dev-dcat-rdf = DCAT-AP 3.0 en RDF/XML, la forme que lit CKAN.
dev-data-json = DCAT-US 1.1 pour qui publie sans être une agence fédérale.
dev-dcat-us-3 = DCAT-US 3.0.
dev-dcat-us-ttl = DCAT-US 3.0 en Turtle.
dev-package-whole = Tout le portail comme un seul Data Package : chaque tableau, avec les clés entre eux.
dev-package = Un jeu de données comme Data Package (version 2, lisible aussi comme version 1).
dev-csvw = Les colonnes d’un CSV selon CSV on the Web.
dev-croissant = Un jeu de données comme Croissant 1.0, pour l’apprentissage automatique ; là où licence, éditeur et date sont donnés.
dev-feeds = Ce qui a changé
dev-feeds-about = Les entrées sont des changements datés, d’après le contenu lui-même.
dev-feed = Chaque changement du portail, dans cette langue (Atom).
dev-feed-json = Le même en JSON Feed 1.1.
dev-feed-dataset = Changements d’un jeu de données.
dev-feed-commitment = Changements d’un engagement : sa page, ses étapes, ses rapports et ses données.
dev-feed-institution = Changements des engagements auxquels une institution participe.
dev-sitemap = Chaque page, avec ses langues.
dev-registers = Registres
dev-registers-about = Ce que disent les pages, sous forme de tableaux : des jeux de données comme les autres, dans tous les formats.
dev-examples = Exemples
dev-examples-about = Python 3, sans rien à installer. Ils sont exécutés avant chaque version du programme qui a fait ce portail.
dev-example-list = Lister tous les jeux de données
dev-example-rows = Récupérer les lignes d’un jeu et vérifier qu’elles sont arrivées entières
dev-example-unreported = Étapes sans résultat communiqué

# Completeness of metadata
left-out = Laissés de côté
left-out-about = Ces pages manquent pour le moment : il reste à corriger une erreur dans chacune.
left-out-words = Ce qui va à cette adresse manque pour le moment : il reste une erreur à corriger. L’adresse restera la même.
completeness = Ce qui manque aux données
completeness-about = Ce qu’il faudrait savoir de chaque jeu de données et qui n’est pas encore dit, comme sa licence ou sa fréquence.
complete-n = { $n ->
    [one] { $complete } jeu de données sur { $shown } donne toutes les informations.
   *[other] { $complete } jeux de données sur { $shown } donnent toutes les informations.
}
facts-given = { $passed } informations données sur { $shown }
points-about = Les points sont ceux de l’évaluation de la qualité des métadonnées de data.europa.eu, calculés ici de la même manière ; parmi les fichiers d’un jeu, le meilleur compte.
points-given = { $points } points sur { $shown }
points-lost = −{ $n }
facts-missing = Il manque :
facts-missing-of = Ce qui manque à chaque jeu de données
facts-none-missing = Il ne manque rien à :
for-publishers = Pour qui publie
points-of-datasets = Les points de chaque jeu dans le catalogue européen
facts-wanted = Les informations, ce que coûte leur absence, et comment les donner
facts-count = { $n ->
    [one] Donnée par { $present } jeu de données sur { $shown }.
   *[other] Donnée par { $present } jeux de données sur { $shown }.
}
fact-mandatory = Les portails qui collectent des données refusent un jeu qui ne la donne pas.
fact-summary = Description
fact-summary-cost = Sans elle, le jeu n’est ni dans data.json ni dans DCAT-AP, et data.europa.eu ne le voit pas.
fact-summary-add = Écrivez summary: avec une ou deux phrases dans son dataset.md.
fact-publisher = Qui publie
fact-publisher-cost = Sans cela, le jeu n’est pas dans data.json et personne ne répond des données ; data.europa.eu retire 10 points sur 405.
fact-publisher-add = Écrivez publisher: dans son dataset.md, ou [publisher] dans tragaluz.toml pour tous.
fact-contact = Contact
fact-contact-cost = Sans nom ni adresse de courriel, le jeu n’est pas dans data.json ; sans aucun contact, data.europa.eu retire 20 points sur 405.
fact-contact-add = Écrivez contact: avec name et email d’un service, ou [contact] dans tragaluz.toml pour tous.
fact-keywords = Mots-clés
fact-keywords-cost = Sans aucun, le jeu n’est pas dans data.json et se trouve difficilement ; data.europa.eu retire 30 points sur 405.
fact-keywords-add = Écrivez keywords: avec une liste de mots.
fact-modified = Dernier changement
fact-modified-cost = Sans cette date, le jeu n’est pas dans data.json et personne ne sait de quand datent les données ; data.europa.eu retire 5 points sur 405.
fact-modified-add = Écrivez modified: avec une date comme 2024-05-31.
fact-licenses = Licence
fact-licenses-cost = Sans licence, personne ne peut réutiliser les données avec certitude ; data.europa.eu retire 30 points sur 405.
fact-licenses-add = Écrivez licenses: avec un nom connu comme CC-BY-4.0, ou [licence] dans tragaluz.toml pour tous.
fact-theme = Thème
fact-theme-cost = Les catalogues ne peuvent pas classer le jeu ; data.europa.eu retire 30 points sur 405.
fact-theme-add = Écrivez theme: avec un code des thèmes de données de l’UE, comme GOVE.
fact-frequency = Fréquence
fact-frequency-cost = Personne ne sait quand revenir.
fact-frequency-add = Écrivez frequency: avec un mot comme annual, monthly ou irreg.
fact-issued = Première publication
fact-issued-cost = data.europa.eu retire 5 points sur 405.
fact-issued-add = Écrivez issued: avec une date.
fact-spatial = Territoire couvert
fact-spatial-cost = Les données ne se trouvent pas par lieu ; data.europa.eu retire 20 points sur 405.
fact-spatial-add = Écrivez spatial: avec le nom et le code du lieu.
fact-temporal = Période couverte
fact-temporal-cost = Les données ne se trouvent pas par période ; data.europa.eu retire 20 points sur 405.
fact-temporal-add = Écrivez temporal: avec la première et la dernière date couvertes.
fact-file = Un fichier à télécharger
fact-file-cost = Ce qui est ailleurs peut disparaître demain, et personne ici ne sait s’il répond ; data.europa.eu retire 105 points sur 405.
fact-file-add = Placez les données comme fichier dans le dossier du jeu.
fact-format = Un format ouvert pour les programmes
fact-format-cost = Les programmes ne peuvent pas lire les données, ou seulement ceux d’un seul fabricant ; data.europa.eu retire jusqu’à 80 points sur 405.
fact-format-add = Placez les données en CSV ou en feuille de calcul dans le dossier du jeu : tous les formats ouverts en sont faits.
fact-licence-table = Une licence de la table de l’UE
fact-licence-table-cost = Les programmes ne savent pas ce qu’elle permet ; data.europa.eu retire 10 points sur 405.
fact-licence-table-add = Si les données peuvent aussi être données sous une licence de cette table, comme CC-BY-4.0, nommez-la. Sinon, laissez : une licence exacte vaut plus que les points.
fact-licence-title = Le nom de la licence en toutes lettres
fact-licence-title-cost = D’une adresse, personne ne lit ce que l’on peut faire des données ; data.europa.eu retire 5 points sur 405.
fact-licence-title-add = Écrivez title: à côté du path de la licence.

# Charts. { $n } and other numbers come in the language's manner.
chart-rows = Lignes
chart-time = Date
chart-data = Données du graphique
chart-files = Le graphique en fichier
chart-embed = Pour l’afficher dans une de vos pages, écrivez :
chart-source = Données :
chart-by = { $measure } par { $by }
chart-by-both = { $measure } par { $by } et { $split }
chart-class = { $from } à { $to }
chart-none = n.d.
chart-sum = total
chart-mean = moyenne
chart-min = le plus petit
chart-max = le plus grand
chart-count = nombre de lignes
chart-thousands = { $n } k
chart-millions = { $n } M
chart-billions = { $n } Md
chart-trillions = { $n } bn
chart-others = { $n } autres, de { $min } à { $max }
chart-others-sum = { $n } autres, { $sum } en tout
chart-others-name = Autres ({ $n })
chart-gap = { $n } autres entre les deux
chart-projected = projections
chart-projected-from = À partir de { $from } : projections.
chart-note-from = Cela vaut à partir de { $from }.
chart-projected-row = { $label } (projection)
reading-millions = { $n } millions
reading-billions = { $n } milliards
reading-trillions = { $n } billions
chart-standing-out = À remarquer : { $values }.
chart-left-out = Sans { $values }, qui compteraient les autres deux fois.
chart-missing = { $n ->
    [one] Une valeur manque.
   *[other] { $n } valeurs manquent.
}
chart-all-rows = Toutes les lignes ne sont pas ici ; les { $n } sont dans le fichier de données.
chart-type-line = Graphique en lignes
chart-type-columns = Graphique en colonnes
chart-type-bars = Graphique en barres
chart-type-strip = Parts d’un tout
chart-type-histogram = Histogramme
chart-type-dots = Graphique à points
chart-type-points = Points de paires de valeurs
chart-type-multiples = Petits graphiques à la même échelle
chart-type-timeline = Périodes sur une ligne du temps
spark = { $first } ({ $from }) → { $last } ({ $to })
chart-type-sparks = Tableau avec de très petits graphiques
chart-type-cross = Comptes de paires de catégories
chart-type-flow = Flux d’un côté à l’autre
chart-type-map = Lieux par latitude et longitude
chart-type-tiles = Carte en tuiles
chart-type-table = Tableau
chart-change = { $name } : { $first } en { $from }, { $last } en { $to } ({ $change }).
chart-range = Le plus bas, { $min } ({ $at-min }) ; le plus haut, { $max } ({ $at-max }).
chart-classes = { $type } : valeurs de { $from } à { $to } ; la plupart, { $count }, sont entre { $class }.
chart-flows = { $type } : { $n } flux. Le plus grand va de { $from } à { $to } : { $value }.
chart-from-to = { $measure }, de { $from } à { $to }
chart-places = Où se trouve chaque { $name }
chart-north = N
chart-south = S
chart-east = E
chart-west = O
chart-rows-said = { $type } avec { $n } lignes ; les valeurs sont dans le tableau ci-dessous.

# Search
search = Rechercher
search-label = Que cherchez-vous ?
search-do = Rechercher
search-about = { $n ->
    [one] La recherche porte sur { $shown } page : son titre, son résumé et son texte.
   *[other] La recherche porte sur { $shown } pages : leur titre, leur résumé et leur texte.
} Les accents et les majuscules ne comptent pas, et le début du dernier mot suffit.
search-no-script = Votre navigateur n’exécute pas de programmes. Ce formulaire mène à l’index A–Z.
search-results = Résultats
search-wait = Recherche…
search-count = Pages trouvées : %
search-some = Aucune page n’a tous ces mots. Les plus proches : %
search-near = Aucune page ne l’écrit ainsi. On a aussi cherché : %
search-found-words = Contient : %
search-rows-of = Lignes de %
search-cut = La recherche est partielle : donnez moins de mots, ou plus de lettres du dernier.
search-failed = L’index de recherche n’a pas pu être lu. Rechargez la page ou utilisez l’index A–Z.
search-more = En voir plus
search-none = Aucune page ne contient tous ces mots. Vous pouvez :
search-none-1 = enlever des mots, ou en essayer d’autres ;
search-none-2 = n’écrire que le début d’un mot ;
search-none-3 = parcourir l’index A–Z.
search-examples = Par exemple
search-example-value = { $value } dans « { $name } »
search-browse = Ou parcourez
search-by-words = Rechercher par mots
search-describes = Rechercher dans « { $title } »
# Words that are not looked for, for every page has them.
search-stop-words = a à au aux avec ce ces cette dans de des du elle en est et il ils la le les leur leurs l’ d’ mais ne nous on ou où par pas pour qu’ que qui s’ sa se ses son sont sur un une vous y
# Other words by which people look for commitments of each status.
search-words-finished = terminé achevé fait accompli tenu réalisé complet
search-words-in-progress = en cours commencé avance
search-words-stuck = bloqué arrêté suspendu
search-words-not-started = attente commencé débuté
search-words-incomplete = inachevé partiel échoué
search-words-not-reported = sans information inconnu
search-words-evaluated = évalué évaluation résultat
search-words-register = liste complète tableau catalogue
search-words-overdue = retard retardé tard délai échéance dépassé
a-z = Index A–Z
a-z-about = { $n ->
    [one] La seule page publiée.
   *[other] Les { $shown } pages publiées, par ordre alphabétique.
}
a-z-letters = Lettres
a-z-guides = Pages de cette lettre
a-z-signs = Chiffres et signes
a-z-signs-short = 0–9
continued = (suite)

# Lists cut by a fact
data-themes = Par thème
formats = Par format
licences = Par licence
publishers = Par éditeur
places = Par lieu
only-largest = Seules les listes les plus longues ont leur propre page.

# Lists that are cut: headings. "-of" is about a place; "-at" is for every name, and for a place whose name needs an article.
names-with-article = État|Ville|République|Royaume|Province|Région|Commune|Pays|Union|France|Canada|Maroc|Sénégal|Tunisie|Belgique|Suisse|Mexique|Chili|Espagne
heading-status-finished = Engagements terminés
heading-status-finished-of = Engagements terminés de { $name }
heading-status-finished-at = { $name } : engagements terminés
heading-status-finished-year = Engagements terminés, échéance { $name }
heading-status-in-progress = Engagements en cours
heading-status-in-progress-of = Engagements en cours de { $name }
heading-status-in-progress-at = { $name } : engagements en cours
heading-status-in-progress-year = Engagements en cours, échéance { $name }
heading-status-stuck = Engagements bloqués
heading-status-stuck-of = Engagements bloqués de { $name }
heading-status-stuck-at = { $name } : engagements bloqués
heading-status-stuck-year = Engagements bloqués, échéance { $name }
heading-status-not-started = Engagements pas commencés
heading-status-not-started-of = Engagements pas commencés de { $name }
heading-status-not-started-at = { $name } : engagements pas commencés
heading-status-not-started-year = Engagements pas commencés, échéance { $name }
heading-status-incomplete = Engagements incomplets
heading-status-incomplete-of = Engagements incomplets de { $name }
heading-status-incomplete-at = { $name } : engagements incomplets
heading-status-incomplete-year = Engagements incomplets, échéance { $name }
heading-status-not-reported = Engagements sans état communiqué
heading-status-not-reported-of = Engagements de { $name } sans état communiqué
heading-status-not-reported-at = { $name } : engagements sans état communiqué
heading-status-not-reported-year = Engagements sans état communiqué, échéance { $name }
heading-plan = { $name } : engagements
heading-year = Engagements à échéance { $name }
heading-year-of = Engagements de { $name } à échéance { $second }
heading-year-at = { $name } : engagements à échéance { $second }
heading-completion = Engagements de réalisation « { $name } »
heading-completion-of = Engagements de { $name }, réalisation « { $second } »
heading-completion-at = { $name } : engagements de réalisation « { $second } »
heading-topic-of = Engagements de { $name } sur « { $second } »
heading-topic-at = { $name } : engagements sur « { $second } »
heading-verdict = Engagements – { $name } : { $second }
facet-verdict = { $name } : { $second }
heading-data-themes = Jeux de données sur « { $name } »
heading-formats = Jeux de données en { $name }
heading-licences = Jeux de données sous la licence « { $name } »
heading-publishers = { $name } : jeux de données
heading-places = Jeux de données sur { $name }
heading-keywords = Jeux de données avec le mot-clé « { $name } »
heading-datasets-both = Jeux de données : { $name }, { $second }
filter = Filtrer
filter-remove = Retirer « { $name } »
milestones-by-month = Étapes par mois
commitments-by-end = Engagements par date de fin
commitments-by-place = Engagements par lieu
order-own = Dans l’ordre du portail
order-by-end = Par date de fin
order-by-place = Par lieu
month-overdue = En retard depuis { $month }
month-coming = Échéance en { $month }
milestones-coming = À venir : { $n }
milestones-overdue = En retard : { $n }
milestones-past-part = Passées : { $n }
month-none = Sans date
place-none = Sans lieu
calendar = Ajouter ces dates à votre agenda (.ics)
heading-milestones-finished = Étapes terminées
heading-milestones-in-progress = Étapes en cours
heading-milestones-stuck = Étapes bloquées
heading-milestones-not-started = Étapes pas commencées
heading-milestones-incomplete = Étapes incomplètes
heading-milestones-not-reported = Étapes sans état communiqué
heading-milestones-year = Étapes à échéance { $name }
heading-milestones-of = Étapes de { $name }
heading-milestones-at = { $name } : étapes
heading-milestones-both-of = Étapes de { $name } : { $second }
heading-milestones-both-at = Étapes : { $name }, { $second }
facet-all = Toutes
years = Échéance
theme-agri = Agriculture, pêche, forêts et alimentation
theme-econ = Économie et finances
theme-educ = Éducation, culture et sport
theme-ener = Énergie
theme-envi = Environnement
theme-gove = Gouvernement et secteur public
theme-heal = Santé
theme-intr = Questions internationales
theme-just = Justice et sécurité publique
theme-op_datpro = Données provisoires
theme-regi = Régions et villes
theme-soci = Population et société
theme-tech = Science et technologie
theme-tran = Transports

report-absent = Un rapport cité, mais qui n’est pas sur ce portail

# Editions that need no connection.
offline-about = Tout le portail, à garder, à emporter sur une clé USB et à lire sans connexion.
offline-inside = Ceci est une copie à utiliser sans connexion. Elle ne peut pas indiquer sa propre taille ni sa somme de contrôle : elles sont sur cette page sur le web.
offline-web = Cette page sur le web :
no-connection = Pas de connexion
no-connection-kept = Cette page n’a pas été gardée sur cet appareil. Celles que vous avez ouvertes avant l’ont été :
offline-no-qr = Il n’y a pas de codes QR, car le portail n’indique pas son adresse.
offline-whole = Tout le portail
offline-check = Comment vérifier un fichier
offline-check-how = Calculez le SHA-256 du fichier et comparez-le à celui qui est donné ici. Windows : certutil -hashfile FICHIER SHA256. macOS : shasum -a 256 FICHIER. Linux : sha256sum FICHIER.
offline-sums = Sommes de contrôle de tous les fichiers du portail :
offline-key = Elle est signée (SHA256SUMS.minisig). La clé publique, pour « tragaluz verify » ou minisign :
offline-books = En livre, sans connexion
edition-zip = tout le portail dans un dossier
edition-zip-about = Décompressez-le et ouvrez index.html d’un double clic : chaque page marche sans connexion, et il n’y a rien à installer.
edition-zim = tout le portail pour Kiwix
edition-zim-about = Un seul fichier pour Kiwix, un programme libre qui transmet aussi le portail d’un téléphone à l’autre.
edition-text = tout le texte dans un fichier
edition-text-about = Texte simple pour tout appareil, pour un lecteur d’écran ou pour l’imprimer.
edition-epub = livre
edition-pdf = livre à imprimer
notice-do = Ce que vous pouvez faire
notice-more = Tout ce que l’on en sait, avec les preuves :
notice-code = Code QR de
edition-left-out = { $n ->
    [one] Un fichier n’est pas dedans, à cause de sa taille ou de son nom ; le fichier LISEZMOI le nomme.
   *[other] { $n } fichiers ne sont pas dedans, à cause de leur taille ou de leur nom ; le fichier LISEZMOI les nomme.
}
edition-left-out-zim = { $n ->
    [one] Un fichier n’est pas dedans, à cause de sa taille ou de son nom ; il est sur le portail publié.
   *[other] { $n } fichiers ne sont pas dedans, à cause de leur taille ou de leur nom ; ils sont sur le portail publié.
}
edition-date = Au { $date }
paper-sum = Qui tient cette feuille peut la vérifier : le texte simple de cette page sur le web (.txt) a pour SHA-256
# Names of files: letters and digits only.
edition-text-name = tout
read-me-name = LISEZMOI
read-me-open = Pour le lire, décompressez tout dans un dossier et ouvrez index.html d’un double clic. Il suffit d’un navigateur : ni connexion ni autre programme.
read-me-inside = Dedans se trouve ce que le portail publie, octet par octet : ses pages, leur texte simple, ses données et ses catalogues. Seule la page des éditions hors connexion est différente, car aucune édition ne peut contenir sa propre somme de contrôle.
read-me-sums = SHA256SUMS contient la somme de contrôle de chaque fichier. Pour tout vérifier, exécutez dans ce dossier : sha256sum -c SHA256SUMS (Linux) ou shasum -a 256 -c SHA256SUMS (macOS). Un seul fichier sous Windows : certutil -hashfile FICHIER SHA256
read-me-left-out = Ces fichiers ne sont pas dedans, à cause de leur taille ou de leur nom. Dans cette copie, leurs liens ne mènent nulle part ; ils sont sur le web.
read-me-fresh = Le portail tel qu’il est maintenant :
text-contents = Sommaire
book-contents = Sommaire
book-cover = Couverture
book-web = Cette page sur le web :
book-note = Fait à partir des pages du portail au { $date }.
book-access = Texte avec titres, listes et tableaux que les programmes peuvent suivre ; chaque dessin est aussi dit en mots. Rien ne dépend de la couleur ni du son.
zim-description = Engagements et données de gouvernement ouvert
commitments-more = { $n ->
    [one] Un autre engagement s’appuie sur ces données ; la liste des engagements les contient tous.
   *[other] { $n } autres engagements s’appuient sur ces données ; la liste des engagements les contient tous.
 }
own-facts = Autres informations
on-another-server = Sur un autre serveur : { $host }
elsewhere-words = Ce fichier est sur un autre serveur. Il n’est pas contrôlé ici et peut y changer à tout moment.

### Personal data that are published by decision of an office.

waivers = Données personnelles publiées, et pourquoi
waivers-about = Avant d’être publié, le portail est contrôlé à la recherche de données personnelles. Il contient celles-ci par décision d’un service, qui en répond.
waivers-off = Personne n’a cherché de données personnelles
waivers-here = Cette page contient des données personnelles : pourquoi, et qui l’a décidé
waiver-kinds = Données
waiver-file = Fichier
waiver-columns = Colonnes
waiver-ground = Fondement
waiver-reason = Motif
waiver-by = Décidé par
waiver-until = Valable jusqu’au
ground-public-official = Elles concernent un agent public, en tant que tel
ground-consented = Les personnes ont donné leur accord
ground-published-by-law = Une loi demande leur publication
ground-office-contact = Ce sont les coordonnées d’un service
ground-not-personal = Elles ne sont à personne : elles en ont seulement l’air
ground-fictitious = Elles sont inventées
ground-historical = Elles concernent des personnes mortes depuis longtemps
personal-kind = { $kind ->
    [curp] CURP
    [rfc] RFC de personnes
    [clabe] comptes bancaires (CLABE)
    [card] numéros de carte de paiement
    [nss] numéros de sécurité sociale (NSS)
    [voter-key] clés d’électeur
    [passport] numéros de passeport
    [plate] plaques d’immatriculation
    [e-mail] adresses de courriel
    [telephone] numéros de téléphone
    [ip-address] adresses IP
    [street] adresses postales
    [home-coordinates] coordonnées d’un domicile
    [iban] comptes bancaires (IBAN)
    [name] noms de personnes
    [birth-date] dates de naissance
   *[other] { $named }
}

# The glossary. `term-NAME-forms`: as texts have it, divided by "|"; texts link to a term where they have it first.
glossary = Ce que veulent dire les mots
glossary-about = Des mots du gouvernement ouvert et des données ouvertes employés dans ces pages, en termes simples.
glossary-own = Mots de ce portail
glossary-promises = Mots des engagements
glossary-data = Mots des données
term-ogp = Partenariat pour un gouvernement ouvert (PGO)
term-ogp-forms = Partenariat pour un gouvernement ouvert|PGO|OGP
term-ogp-means = Les gouvernements et la société civile de plus de soixante-dix pays, qui conviennent de ce que chaque gouvernement fera pour être plus ouvert et le vérifient en public.
term-action-plan = Plan d’action
term-action-plan-means = Ce qu’un gouvernement promet de faire en deux ans environ, écrit avec la société civile.
term-commitment = Engagement
term-commitment-means = Une promesse d’un plan d’action : ce qui sera fait, par qui et pour quand.
term-milestone = Étape
term-milestone-means = Une partie d’un engagement, avec ses propres dates, dont on peut vérifier le résultat.
term-evidence = Preuve
term-evidence-means = Ce qui montre qu’une chose a été faite : un document, un procès-verbal, une page publiée, des données.
term-end-report = Rapport de fin d’engagement
term-end-report-means = Ce que les évaluateurs ont constaté au terme d’un engagement : ce qui a été fait, si le gouvernement est devenu plus ouvert, ce qu’on a appris.
term-inception-report = Rapport initial
term-inception-report-forms = rapport initial|rapports initiaux
term-inception-report-means = Une première évaluation, peu après la publication d’un plan : si chaque engagement est vérifiable et ce qu’il pourrait changer.
term-irm = Mécanisme d’évaluation indépendant (IRM)
term-irm-forms = Mécanisme d’évaluation indépendant|IRM
term-irm-means = Le service du Partenariat pour un gouvernement ouvert qui évalue les plans et leurs résultats sans dépendre des gouvernements.
term-open-government = Gouvernement ouvert
term-open-government-means = Un gouvernement qui publie ce qu’il sait et ce qu’il fait, laisse participer les gens et répond de ses décisions.
term-obligated-subject = Sujet obligé
term-obligated-subject-forms = sujet obligé|sujets obligés
term-obligated-subject-means = En droit mexicain, qui doit publier des informations et répondre aux demandes : administrations, parlements, tribunaux, partis, syndicats et autres qui reçoivent de l’argent public.
term-technical-secretariat = Secrétariat technique
term-technical-secretariat-forms = secrétariat technique|secrétariats techniques
term-technical-secretariat-means = Le groupe de services et d’organisations qui prépare un plan d’action et le suit.
term-proactive-transparency = Transparence proactive
term-proactive-transparency-forms = transparence proactive
term-proactive-transparency-means = Publier, sans qu’on le demande et au-delà de ce qu’exige la loi, les informations dont les gens ont besoin.
term-social-accountability = Contrôle citoyen
term-social-accountability-forms = contrôle citoyen
term-social-accountability-means = Des personnes et des organisations qui observent ce que fait le gouvernement, demandent des explications et reçoivent des réponses.
term-open-data = Données ouvertes
term-open-data-means = Des données que chacun peut télécharger, utiliser et transmettre, pour tout usage et sans payer.
term-dataset = Jeu de données
term-dataset-means = Un ou plusieurs tableaux sur un même sujet, avec ce qu’il faut pour les comprendre.
term-dictionary = Dictionnaire des données
term-dictionary-means = Ce que signifie chaque colonne d’un tableau : son unité, ses valeurs possibles, ce qui manque.
term-licence = Licence
term-licence-means = Ce que le propriétaire des données permet d’en faire.
term-csv = CSV
term-csv-means = Un tableau en texte simple, une ligne par rangée. Tout tableur ou programme l’ouvre.
term-metadata = Métadonnées
term-metadata-means = Des données sur les données : qui les publie, quand, à quelle fréquence, sur quel lieu et quelle période.
term-checksum = Somme de contrôle (SHA-256)
term-checksum-means = Un long nombre calculé à partir d’un fichier. Si deux copies ont la même, c’est le même fichier à la lettre près.
term-offline = Édition hors connexion
term-offline-means = Le portail sous forme d’un fichier à emporter et à lire sans internet.
