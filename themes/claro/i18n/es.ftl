### Español (usos de México). Quien traduce cambia lo que está después de cada «=».
### $n elige el plural; $shown es el mismo número escrito.

# Idioma, números, fechas
language-name = Español
number-decimal = .
number-group = ,
number-group-from = 4
percent = { $shown } %
date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
period = { $start } a { $end }
period-months = { $first } a { $last } de { $year }
period-from = desde { $start }
period-until = hasta { $end }
bytes-b = { $n ->
    [one] { $shown } byte
   *[other] { $shown } bytes
}
bytes-kb = { $shown } kB
bytes-mb = { $shown } MB
bytes-gb = { $shown } GB
wait-seconds = unos { $shown } s con una conexión lenta (400 kbit/s)
wait-minutes = unos { $shown } min con una conexión lenta (400 kbit/s)

# El marco de cada página
home = Inicio
skip = Ir al contenido
languages = Idiomas
main-menu = Menú principal
menu-more = Más
menu-datasets = Datos
menu-action-plans = Planes
menu-reports = Informes
menu-localities = Lugares
menu-here = (aquí)
breadcrumbs = Usted está aquí
also-as = Esta página en otras formas:
# In plain text: "[removed: word]", "[added: word]", "(note 1)", and where its own checksum would stand.
text-removed = suprimido
text-added = añadido
text-note = nota
text-sum = consta en la propia página: un archivo no puede contener la suya
text-edition = Texto simple
data-edition = Datos (JSON)
pdf-edition = PDF para imprimir
notice = Aviso de una página para un muro (PDF)
feed = Seguir los cambios (Atom)
feed-commitment = «{ $title }»: { $status }
feed-milestone = Hito { $number } de «{ $title }»: { $status }
feed-issued = Primera publicación: { $title }
address = Dirección de esta página:
help = ¿Preguntas o correcciones?
# Una frase con las vías que haya: «Puede escribir un correo electrónico, llamar por teléfono o acudir en persona. Diga …»
help-ways = {"Puede "}
help-or = {" o "}
help-by-email = escribir un correo electrónico
help-by-phone = llamar por teléfono
help-by-sms = enviar un SMS
help-by-whatsapp = escribir por WhatsApp
help-by-post = enviar una carta
help-by-hours = acudir en persona
help-by-page = usar la página que se indica abajo
help-words = Diga, por favor, de qué página se trata.
no-contact = El portal no publica un contacto.
published-by = Publicado por
as-of = Los atrasos se cuentan hasta el { $date }.
untranslated = Esta página no está traducida. Su texto está en { $language }.
pages = Páginas de esta lista
previous = Página anterior
page-before = Antes de esta:
page-after = Después de esta:
next = Página siguiente
page-here = { $shown } (esta página)
list-here = (esta lista)
narrow = Ver solo
browse = Por dónde empezar
table = Tabla
back-to-text = Volver al texto, nota

# La primera página
home-places = Por lugar
home-topics = Por tema
home-data-places = Datos por lugar
home-data-topics = Datos por tema
all-localities = Todos los lugares
all-policy-areas = Todos los temas
all-sectors = Todos los sectores
home-standing = Cómo van los compromisos
home-changes = Lo último
home-all = Todo lo que hay aquí
home-registers = Lo que dicen estas páginas, también como datos:
news-milestones = { $n ->
    [one] Hito { $numbers }:
   *[other] Hitos { $numbers }:
}
news-dataset = Datos actualizados
news-first-dataset = Nuevo conjunto de datos
news-report = Informe publicado o corregido
news-commitment = Se actualizó la ficha del compromiso
news-action-plan = Se actualizó el plan de acción
news-initiative = Se actualizó la iniciativa
news-page = Página actualizada

# Lo que no se sabe
not-given = La fuente no da:
comma = {", "}
full-stop = .
semicolon = {"; "}
colon = {": "}
sentence-gap = {" "}
gap-modified = cuándo se actualizó
gap-next-update = cuándo se actualizará
gap-column-meanings = qué significan sus columnas
gap-some-column-meanings = qué significan algunas columnas
gap-licence = la licencia
gap-limits = qué no pueden decir los datos
gap-provenance = cómo se hicieron los datos
gap-publisher = quién lo publica
gap-contact = a quién preguntar
gap-frequency = cada cuánto se actualiza
gap-issued = cuándo se publicó por primera vez
gap-time-covered = qué tiempo abarca
gap-area-covered = qué zona abarca
gap-sources = de dónde vienen los datos
gap-fact-sources = de dónde vienen estos datos
gap-institutions = quién es responsable
gap-locality = dónde se realiza
gap-period = sus fechas
gap-milestones = sus hitos
gap-milestone-dates = las fechas de algunos hitos
gap-section-problem = el problema
gap-section-status-quo = cómo estaban las cosas antes
gap-section-action = qué se va a hacer
gap-section-contribution = en qué ayudará
gap-section-long-term-goal = la meta de largo plazo
gap-section-text = el texto de algunos apartados
gap-action-plan = su plan de acción
gap-roles = qué institución lo encabeza
gap-policy-areas = sus temas
gap-sector = su sector
gap-inception-report = el informe inicial
gap-values = a qué valores de gobierno abierto sirve
gap-value-reasons = por qué sirve a esos valores
gap-verifiable = si se puede verificar
gap-relevance = si sirve a un valor de gobierno abierto
gap-commitments = sus compromisos
gap-plan-text = el texto del plan
gap-completion = cuánto se cumplió el compromiso
gap-evaluated = qué compromiso evalúa
gap-as-planned = si los hitos se realizaron como se planeó
gap-report-date = cuándo se hizo el informe
gap-evaluators = quiénes evaluaron
gap-answers = las respuestas a algunas preguntas del formato
gap-level = el nivel de gobierno
not-published = No publicado
not-reported = No informado
empty-list = Aquí no hay nada todavía.
empty-cell = sin valor

# Clases de cosas
commitment = Compromiso
commitments = Compromisos
milestones = Hitos
report = Informe de fin de compromiso
reports = Informes de fin de compromiso
action-plan = Plan de acción
action-plans = Planes de acción
institution = Institución
institutions = Instituciones
policy-area = Tema
policy-areas = Temas
sector = Sector
sectors = Sectores
value = Valor
values = Valores de gobierno abierto
locality = Lugar
localities = Lugares
status = Estado
statuses = Estados de avance
status-unused = Ningún compromiso ni hito
initiative = Iniciativa
initiatives = Iniciativas
practice = Buena práctica
practices = Buenas prácticas
dataset = Conjunto de datos
datasets = Conjuntos de datos
all-datasets = Todos los conjuntos de datos
all-action-plans = Todos los planes de acción
all-reports = Todos los informes
all-initiatives = Todas las iniciativas
all-practices = Todas las buenas prácticas
document = Documento
documents = Documentos
page = Página
news = Noticias
offline = Ediciones sin conexión

# Estados
status-not-started = No iniciado
status-in-progress = En curso
status-stuck = Detenido
status-finished = Terminado
status-incomplete = Incompleto
status-not-reported = No informado
status-not-started-means = El trabajo no ha empezado.
status-in-progress-means = El trabajo empezó y continúa.
status-stuck-means = El trabajo empezó y por ahora no puede continuar.
status-finished-means = Se hizo todo lo prometido.
status-incomplete-means = El plazo venció y no se hizo todo lo prometido.
status-not-reported-means = No se ha publicado su avance. Eso no quiere decir que no se haya hecho nada. Si un informe evaluó el compromiso, se muestra el resultado.
status-computed = según sus hitos
overdue-since = Atrasado desde
ended-unreported = Plazo vencido ({ $date }), sin resultado informado
ended = Plazo vencido
overdue = Atrasados
unreported = Plazo vencido, sin resultado informado
commitments-n = { $n ->
    [0] Ningún compromiso
    [one] { $shown } compromiso
   *[other] { $shown } compromisos
}
initiatives-n = { $n ->
    [one] { $shown } iniciativa
   *[other] { $shown } iniciativas
}
practices-n = { $n ->
    [one] { $shown } buena práctica
   *[other] { $shown } buenas prácticas
}
milestones-n = { $n ->
    [0] Ningún hito
    [one] { $shown } hito
   *[other] { $shown } hitos
}
# Todo lo de una barra tiene un mismo estado: tras el número («4 compromisos, todos terminados»).
alike-not-started = { $n ->
    [one] no iniciado
   *[other] ninguno iniciado
}
alike-in-progress = { $n ->
    [one] en curso
   *[other] todos en curso
}
alike-stuck = { $n ->
    [one] detenido
   *[other] todos detenidos
}
alike-finished = { $n ->
    [one] terminado
   *[other] todos terminados
}
alike-incomplete = { $n ->
    [one] incompleto
   *[other] todos incompletos
}
alike-not-reported = { $n ->
    [one] sin estado informado
   *[other] ninguno con estado informado
}
finished-of = { $n ->
    [one] { $finished } de { $shown } hito terminado
   *[other] { $finished } de { $shown } hitos terminados
}

# Un compromiso
facts = Datos básicos
on-this-page = En esta página
who = Quién
where = Dónde
when = Cuándo
and-more = y { $shown } más
in-brief = En breve
updated = Actualizado
period-label = Cuándo
milestone-n = Hito { $number }
milestones-drawn = Los hitos en el tiempo, { $from } a { $to }
owner = Responsable:
odd-reason = Quien publica dice:
odd-milestone = { $milestone }: { $text }
odd-ends-before-start = El fin, { $end }, es anterior al inicio, { $start } ({ $what }).
odd-milestone-outside-commitment = { $side ->
    [start] Empieza en { $date }, antes que el compromiso, que empieza en { $limit }.
   *[end] Termina en { $date }, después que el compromiso, que termina en { $limit }.
}
odd-commitment-outside-plan = { $side ->
    [start] El compromiso empieza en { $date }, antes que su plan de acción «{ $plan }», que empieza en { $limit }.
   *[end] El compromiso termina en { $date }, después que su plan de acción «{ $plan }», que termina en { $limit }.
}
odd-milestones-out-of-order = El hito { $number } está después del hito { $before }.
odd-repeated-institution = «{ $name }» aparece dos veces.
odd-institutions-alike = Hay otra página, la de «{ $other }». Puede ser la misma institución.
odd-plan-of-other-locality = El plan de acción «{ $plan }» es de { $other }; el compromiso es de { $locality }.
odd-inception-of-other-member = El informe inicial trata de un plan de { $other }; el compromiso es de { $locality }.
odd-report-of-other-member = Este informe es de { $locality }; el compromiso es de { $other }.
odd-report-of-other-plan = { $what ->
    [inception] El informe inicial
   *[report] Este informe
} trata del plan de acción «{ $plan }». El compromiso dice que { $is_in ->
    [none] no está en ninguno.
   *[other] está en otro.
}
odd-answer-against-degree = A la pregunta { $question } este informe responde «{ $answer }», y del resultado dice «{ $degree }».
odd-limited-as-planned = Este informe da el avance como «{ $completion }» y dice que todos los hitos se realizaron como se planeó.
odd-evaluation-against-milestones = { $what ->
    [complete] El informe considera completo el compromiso, pero el hito { $number } se informó como «{ $status }».
    [as-planned] El informe dice que todos los hitos se realizaron como se planeó, pero el hito { $number } se informó como «{ $status }».
    [little] El informe ve poco avance, pero todos los hitos se informaron como «{ $status }».
   *[status] El compromiso se informó como terminado, pero el hito { $number } como «{ $status }».
}
odd-complete-without-evidence = { $what ->
    [complete] Este informe considera completo el compromiso y no cita evidencia.
   *[as-planned] Este informe dice que todos los hitos se realizaron como se planeó y no cita evidencia.
}
odd-translation-older = El original cambió después de hacerse esta traducción.
contradictions = Lo que no concuerda
contradictions-about = Páginas de este portal en las que dos datos se contradicen. Ambos se publican como los da la fuente.
history = Cómo ha avanzado
update-news = Novedad
undated = sin fecha
milestones-by-then = Lo que habían informado sus hitos hasta entonces
evaluations-table = Lo que encontró cada informe
reported-by = Informó:
reported-on = Informado:
ask-evidence = Pedir evidencia
milestones-silent = { $n ->
    [one] Nadie ha informado el estado de su único hito ni ha publicado evidencia de él.
   *[other] Nadie ha informado el estado de ninguno de sus { $shown } hitos ni ha publicado evidencia de ellos.
}
milestones-unreported-all = { $n ->
    [one] Nadie ha informado el estado de su único hito.
   *[other] Nadie ha informado el estado de ninguno de sus { $shown } hitos.
}
milestones-without-evidence-all = { $n ->
    [one] No se ha publicado evidencia de su único hito.
   *[other] No se ha publicado evidencia de ninguno de sus { $shown } hitos.
}
milestones-past-all = { $n ->
    [one] Su plazo ya venció.
   *[other] Todos los plazos ya vencieron.
}
milestones-past = { $n ->
    [one] Un plazo ya venció.
   *[other] { $shown } plazos ya vencieron.
}
milestones-unreported = Hitos sin estado informado:
milestones-without-evidence = Hitos sin evidencia publicada:
evidence = Evidencia
section-problem = Problema
section-status-quo = Situación actual
section-action = Acción
section-contribution = Contribución
section-long-term-goal = Meta de largo plazo
not-attached = No forma parte de un plan de acción
inception-report = Informe inicial
about-plan = Sobre el plan
role-lead = (responsable)
role-supporting = (de apoyo)
inception-review = Lo que dijo la revisión inicial
verifiable = ¿Se puede verificar?
relevance = ¿Sirve a un valor de gobierno abierto?
novelty = ¿Es nuevo?
novelty-new = Es nuevo
novelty-continuation = Continúa una práctica
novelty-unclear = No queda claro
ambition = ¿Cuánto cambiaría?
ambition-no-added-value = Sin valor agregado
ambition-positive = Cambio positivo, no vinculante
ambition-binding = Cambio vinculante o institucionalizado
ambition-unclear = No queda claro
yes = Sí
no = No
evaluations = Evaluaciones
related = Compromisos relacionados
changes = Cambios
downloads = Descargas
cite = Cómo citar
sources = Fuentes

# Participar
comment = Comentar esta página
take-part = Participe
report-error = Avisar de un error
comments-n = { $n ->
    [0] Todavía no hay comentarios.
    [one] Un comentario publicado.
   *[other] { $n } comentarios publicados.
}
comment-words = Su mensaje puede responder a estas preguntas:
comment-prompt-1 = ¿Qué sabe o qué ve usted de este asunto?
comment-prompt-2 = ¿Hay aquí algo equivocado o falta algo?
comment-prompt-3 = ¿Qué le serviría?
comment-code = Mencione, por favor, esta clave:
heard = Lo que escuchamos
did = Lo que hicimos
channel-whatsapp = WhatsApp
channel-phone = Teléfono
channel-sms = SMS
channel-email = Correo electrónico
channel-post = Por correo postal o en persona
channel-hours = Horario
channel-issue = Aviso público
channel-form = Formulario
channel-page = Página

# Un informe
evaluates = El compromiso
evaluators = Quienes evaluaron
contact-withheld = La fuente trae datos de contacto; aquí no se publican.
completion = Cumplimiento
completion-note = El juicio de quienes evaluaron sobre todo el compromiso. No es el estado de sus hitos.
completion-no-evidence = Sin evidencia
completion-not-started = No iniciado
completion-limited = Limitado
completion-substantial = Sustancial
completion-complete = Completo
completion-unsaid = no informado
evaluated-elsewhere = Evaluado en un informe que no está en este portal
evaluated-by = Evaluado en
opened = ¿Ayudó a abrir el gobierno?
opened-information = Acceso a la información
opened-participation = Participación ciudadana
opened-accountability = Rendición de cuentas
opened-problem = El problema se atendió
stage = Etapa
stage-mid-term = A medio término
stage-end-of-term = Al final
report-mid-term = Informe de medio término
report-end-of-term = Informe de fin de compromiso
report-date = Fecha del informe
facet-review = Revisión inicial
facet-evaluation = Evaluación en informes
as-planned = Hitos realizados como se planeó
as-planned-all = Todos
as-planned-most = La mayoría
as-planned-some = Algunos
as-planned-none = Ninguno
as-planned-all-said = Todos los hitos se realizaron como se planeó
as-planned-most-said = La mayoría de los hitos se realizó como se planeó
as-planned-some-said = Algunos hitos se realizaron como se planeó
as-planned-none-said = Ningún hito se realizó como se planeó
# Tras el grado de una escala que es la respuesta.
scale-here = (esta es la respuesta)
degree-worsened = Empeoró
degree-did-not-change = No cambió
degree-marginal = Marginal
degree-major = Importante
degree-outstanding = Sobresaliente
# The parts of the form
form-1 = 1. Cumplimiento del compromiso
form-2 = 2. ¿Ayudó a abrir el gobierno?
form-3 = 3. Lo que se aprendió
q1-1 = ¿Cuál era el nivel general de avance en la implementación del compromiso al momento de esta evaluación?
q1-2 = Describa los principales factores externos o internos que influyeron en la implementación de este compromiso y cómo se atendieron (o no).
q1-3 = ¿Se implementó el compromiso como se planeó originalmente?
q2-1-1 = ¿El gobierno divulgó más información; mejoró la calidad de la información (nueva o existente); mejoró el valor de la información; mejoró los canales para divulgar o solicitar información, o mejoró el acceso a la información?
q2-1-2 = ¿El gobierno creó nuevas oportunidades para pedir la opinión de la ciudadanía o para que participe, informe las decisiones o influya en ellas; mejoró los canales o espacios que ya existían para ello; creó o mejoró capacidades en el gobierno o en el público para mejorar la manera en que el gobierno pide opiniones, facilita la participación o permite que el público informe las decisiones o influya en ellas?
q2-1-3 = ¿El gobierno creó o mejoró canales, oportunidades o capacidades para que los funcionarios rindan cuentas de sus actos?
q2-2 = ¿El compromiso atendió el problema de política pública que se proponía atender, como se describe en el plan de acción?
q3 = Dé al menos una lección o reflexión sobre la implementación de este compromiso. Puede ser un obstáculo clave, una ayuda o un estorbo inesperado, recomendaciones para compromisos futuros, o si el compromiso debe continuar en el siguiente plan de acción.

# Listas
shown-of = { $n ->
    [one] { $shown } en total
   *[other] { $first } a { $last } de { $shown }
}
in-all = { $shown } en total
country = País
term-code = clave { $code }
own-site = Su propio sitio
plan-text = El texto del plan
topics = Temas
level = Nivel
level-international = Internacional
level-national = Nacional
level-state = Estatal
level-municipal = Municipal
editions = Ediciones
extent-full = La fuente da el texto completo.
extent-heading-only = La fuente da solo este encabezado, sin texto.
extent-untitled = La fuente da este texto sin encabezado.

# Conjuntos de datos
each-row = Cada fila es
rows = { $n ->
    [one] { $shown } fila
   *[other] { $shown } filas
}
columns = { $n ->
    [one] { $shown } columna
   *[other] { $shown } columnas
}
rows-label = Filas
tables-label = Tablas
tables-files-label = Tablas y archivos
columns-label = Columnas
all-alike = Todas estas tablas tienen las mismas columnas.
joined-file = Todas las filas, CSV
joined-about = También vienen en un solo archivo, cuya primera columna, «{ $column }», dice de qué tabla es cada fila.
same-columns = Estas tablas tienen las mismas columnas:
snippets = Leerla en R, Python o Excel
snippet-r = R
snippet-python = Python (pandas)
snippet-spreadsheet = Excel: Datos, Obtener datos, Consulta en blanco, Editor avanzado
columns-from-to = { $first } a { $last }
tables-n = { $shown } tablas
tables-files-n = { $shown } tablas y archivos
next-update = Próxima actualización
licence = Licencia
licence-cc0-1-0 = Creative Commons Cero 1.0
licence-cc-by-4-0 = Creative Commons Atribución 4.0
licence-cc-by-sa-4-0 = Creative Commons Atribución-CompartirIgual 4.0
licence-odc-by-1-0 = Atribución de Open Data Commons 1.0
licence-odc-pddl-1-0 = Dominio público de Open Data Commons 1.0
licence-pddl-1-0 = Dominio público de Open Data Commons 1.0
licence-odbl-1-0 = Licencia abierta de bases de datos 1.0
file-sample = solo las primeras filas, para verla
file-table = la tabla completa
file-excel = para Excel
file-received = como se recibió
file-archive = todo en un archivo
file-joined = todas las filas de las tablas con las mismas columnas
file-description = descripción, sin datos
files-details = Más sobre estos archivos
whole-dataset = El conjunto completo
not-a-table = Este archivo no es una tabla. Se ofrece como se recibió.
file-notes = El archivo recibido dice además, encima o debajo de la tabla:
received-encoding = El archivo se recibió con la codificación { $encoding }.
small-counts = Los conteos menores de { $below } no se muestran, para proteger a las personas. En su lugar, y donde otro número permitiría calcular alguno, dice [c]: { $n ->
        [one] una celda
       *[other] { $shown } celdas
    } de { $columns }.
received-withheld = El archivo que se recibió no se publica.
shared-combinations = { $n ->
        [one] Alguna combinación de { $columns } está en una sola fila.
       *[other] Cada combinación de { $columns } la comparten al menos { $shown } filas.
    }
hidden-count = [c]: no se muestra, para proteger a las personas. Es un conteo menor de { $below }, o permitiría calcular alguno.
headline-peak = el más alto
headline-largest = el más alto
headline-smallest = el más bajo
headline-part = lo más frecuente
headline-whole = de { $whole }
first-rows = Primeras { $first } de { $shown } filas
whole-table = Leer la tabla entera
all-rows = Leer las { $shown } filas página por página
rows-by-value = Solo las filas que usted busca, por: { $name }
value-csv = Solo estas filas
rows-page = Página { $shown } de { $pages }
rows-pages-below = Páginas de esta lista, otra vez
other-pages = Otras páginas
index-by = Ir a: { $name }
column-parts = Columnas, por partes
columns-reordered = Aquí van primero las columnas que nombran cada fila y después las cifras. Los archivos conservan el orden de la fuente.
hidden-columns = { $n ->
    [one] { $shown } columna más está en las descargas.
   *[other] { $shown } columnas más están en las descargas.
}
dictionary = Diccionario de datos
dictionary-page = { $n ->
    [one] Qué significa la { $shown } columna
   *[other] Qué significan las { $shown } columnas
}
column = Columna
meaning = Significado
values-found = Valores hallados
received-as = en el archivo recibido: { $name }
inferred = según los datos
unit = unidad
key-column = identifica cada fila
required = nunca va vacía
value-labels = Qué significan sus valores:
allowed = Permitidos
refers-to = Se refiere a filas de
missing = { $n ->
    [one] { $shown } celda vacía ({ $percent })
   *[other] { $shown } celdas vacías ({ $percent })
}
none-missing = Sin celdas vacías
missing-written = Cuando falta el dato, dice
spread = Cuántos hay en cada tramo: { $counts }
from-to = De { $min } a { $max }
distinct = { $n ->
    [one] { $shown } valor distinto
   *[other] { $shown } valores distintos
}
distinct-about = unos { $shown } valores distintos
type-string = Texto
type-integer = Número entero
type-number = Número
type-boolean = Sí o no
type-date = Fecha
type-datetime = Fecha y hora
type-time = Hora
type-year = Año
type-yearmonth = Año y mes
type-duration = Duración
type-object = Objeto (JSON)
type-array = Arreglo (JSON)
type-list = Lista
type-geopoint = Punto geográfico
type-geojson = Figura geográfica (GeoJSON)
type-any = Cualquiera
quality = Qué tan completo está
checks-passed = { $n ->
    [one] Da { $passed } de los { $shown } datos que se piden de un conjunto
   *[other] Da { $passed } de los { $shown } datos que se piden de un conjunto
}
passed = Da:
failed = Falta:
limits = Lo que estos datos no pueden decir
series = Serie
series-previous = El anterior de la serie
series-next = El siguiente de la serie
series-ordered = En el orden del tiempo que abarcan o, si no, de su publicación.
series-datasets = { $n ->
    [one] Su único conjunto de datos
   *[other] Sus { $shown } conjuntos de datos
}
services = Servicios para programas
service-documentation = Cómo consultarlo
provenance = Cómo se hicieron los datos
commitments-of-data = Compromisos que usan estos datos
publisher = Publicado por
contact = Contacto
frequency = Cada cuánto se actualiza
issued = Publicado por primera vez
version = Versión
time-covered = Tiempo que abarca
area-covered = Lugar que abarca
data-language = Idioma de los datos
broken-down-by = Desglosado por
keywords = Palabras clave
themes = Temas (clasificación europea)
further-licences = También con
identifier = Identificador en otros sitios
conforms-to = Sigue
area-code = Clave de la zona
area-geonames = La zona en GeoNames
area-bounds = Oeste, sur, este, norte (grados)
rule-unique = sin valores repetidos
rule-pattern = patrón
rule-minimum = como mínimo
rule-maximum = como máximo
rule-min-length = caracteres, como mínimo
rule-max-length = caracteres, como máximo
reason-scheduled = Publicación prevista
reason-correction = Corrección
reason-method = Cambio de método
reason-takedown = Retirada de datos
row-changes-added = { $n ->
    [one] { $n } fila añadida
   *[other] { $n } filas añadidas
}
row-changes-removed = { $n ->
    [one] { $n } fila quitada
   *[other] { $n } filas quitadas
}
row-changes-changed = { $n ->
    [one] { $n } fila cambiada
   *[other] { $n } filas cambiadas
}
facts-changed = Cambió:
row-first = Primera versión en la que aparece.
milestone-came = Hito { $number } (nuevo)
milestone-went = Hito { $number } (ya no está)
milestone-fact = Hito { $number } ({ $fact })
cells-changed = { $n ->
    [one] { $n } celda de «{ $name }»
   *[other] { $n } celdas de «{ $name }»
}
columns-more = { $n ->
    [one] y de una columna más
   *[other] y de { $n } columnas más
}
columns-added = Columnas nuevas: { $names }.
columns-removed = Columnas que ya no están: { $names }.
version-takes-from = Se quitaron datos de las versiones: { $versions }.
version-taken-down = Desde el { $date } está sin los datos que retiró la versión { $version }.
version-rows = { $table }, versión { $version } del { $date }
version-changes = Lo que cambió en { $table } con la versión { $version } del { $date }
versions-more = { $n ->
    [one] Una versión anterior no aparece aquí.
   *[other] { $n } versiones anteriores no aparecen aquí.
}
versions-ledger = Todas las versiones con sus sumas de comprobación
frequency-10min = Cada diez minutos
frequency-12hrs = Cada doce horas
frequency-15min = Cada quince minutos
frequency-1min = Cada minuto
frequency-30min = Cada treinta minutos
frequency-5min = Cada cinco minutos
frequency-as_needed = Cuando se requiere
frequency-not_planned = Sin fecha prevista
frequency-op_datpro = Provisional
frequency-annual = Cada año
frequency-annual_2 = Dos veces al año
frequency-annual_3 = Tres veces al año
frequency-bidecennial = Cada veinte años
frequency-biennial = Cada dos años
frequency-bihourly = Cada dos horas
frequency-bimonthly = Cada dos meses
frequency-biweekly = Cada dos semanas
frequency-cont = Continuamente
frequency-daily = Cada día
frequency-daily_2 = Dos veces al día
frequency-decennial = Cada diez años
frequency-hourly = Cada hora
frequency-irreg = Sin regularidad
frequency-irregular = Sin regularidad
frequency-monthly = Cada mes
frequency-monthly_2 = Dos veces al mes
frequency-monthly_3 = Tres veces al mes
frequency-never = Nunca más
frequency-other = Otra
frequency-quadrennial = Cada cuatro años
frequency-quarterly = Cada tres meses
frequency-quinquennial = Cada cinco años
frequency-tridecennial = Cada treinta años
frequency-triennial = Cada tres años
frequency-trihourly = Cada tres horas
frequency-unknown = Desconocida
frequency-update_cont = Continuamente
frequency-weekly = Cada semana
frequency-weekly_2 = Dos veces por semana
frequency-weekly_3 = Tres veces por semana

# No encontrada
moved = Esta página cambió de lugar
not-found = Esa página no existe
not-found-words = Puede que la dirección esté mal escrita o que la página haya cambiado de lugar. Estas listas llevan a todo lo publicado.
ways-on = Por dónde seguir

# Para programas
developers = Para desarrolladores
developers-about = Todo lo de este portal lo pueden leer programas: archivos sencillos en direcciones que duran. Sin clave, sin límite, sin ningún servidor nuestro al que preguntar.
dev-base = Toda ruta sigue a esta dirección:
dev-schema = JSON Schema
dev-address = Dirección
dev-addresses = { $n ->
    [one] { $shown } dirección
   *[other] Las { $shown } direcciones
}
dev-own = El JSON propio del portal
dev-own-about = El camino más corto a los datos. Las claves solo se agregan: pase por alto las que no conozca.
dev-catalog = Todos los conjuntos de datos y todos los archivos, con tamaño, filas y SHA-256; más allá de 500 conjuntos sigue en el archivo que nombra «next».
dev-dataset = Todo lo que se sabe de un conjunto, en todos los idiomas: datos generales, columnas, archivos.
dev-profile = Lo que se contó de cada tabla: tipos, celdas vacías, valores distintos, extremos.
dev-rows = Las filas de una tabla: un arreglo de objetos.
dev-commitment = Todo lo que se sabe de un compromiso: instituciones, hitos y cómo van.
dev-report = Un informe: cada respuesta, grado y explicación, y las lecciones, en todos los idiomas.
dev-catalogs = Catálogos para portales que recolectan datos y otras herramientas
dev-catalogs-about = Los mismos datos según las normas que leen otros portales, buscadores y bibliotecas. Siempre concuerdan, porque salen de un solo registro.
dev-dcat-jsonld = DCAT-AP 3.0 como JSON-LD, con su contexto dentro. Un catálogo grande sigue en el archivo que nombra hydra:next, en esta forma y en las dos siguientes.
dev-dcat-ttl = DCAT-AP 3.0 como Turtle.
dev-dcat-rdf = DCAT-AP 3.0 como RDF/XML, la forma que lee CKAN.
dev-data-json = DCAT-US 1.1 para quienes publican sin ser agencias federales.
dev-dcat-us-3 = DCAT-US 3.0.
dev-dcat-us-ttl = DCAT-US 3.0 como Turtle.
dev-package-whole = Todo el portal como un Data Package: todas las tablas, con las llaves entre ellas.
dev-package = Un conjunto como Data Package (versión 2, que también se lee como versión 1).
dev-csvw = Las columnas de un CSV según CSV on the Web.
dev-croissant = Un conjunto como Croissant 1.0, para aprendizaje automático; donde constan licencia, quién publica y fecha.
dev-feeds = Qué cambió
dev-feeds-about = Las entradas son cambios con su fecha, según el propio contenido.
dev-feed = Cada cambio del portal, en este idioma (Atom).
dev-feed-json = Lo mismo como JSON Feed 1.1.
dev-feed-dataset = Cambios de un conjunto de datos.
dev-feed-commitment = Cambios de un compromiso: su página, hitos, informes y datos.
dev-feed-institution = Cambios de los compromisos en que participa una institución.
dev-sitemap = Todas las páginas, con sus idiomas.
dev-registers = Registros
dev-registers-about = Lo que dicen las páginas, como tablas: conjuntos de datos como los demás, en todos los formatos.
dev-examples = Ejemplos
dev-examples-about = Python 3 sin nada que instalar. Se ejecutan antes de cada versión del programa que hizo este portal.
dev-example-list = Listar todos los conjuntos de datos
dev-example-rows = Traer las filas de un conjunto y comprobar que llegaron completas
dev-example-unreported = Hitos sin resultado informado

# Qué tan completos están los metadatos
left-out = Lo que se dejó fuera
left-out-about = Estas páginas faltan por ahora: quien publica el portal todavía tiene que corregir un error en cada una.
left-out-words = Lo que va en esta dirección falta por ahora: quien lo publica todavía tiene que corregir un error. La dirección será la misma.
completeness = Qué falta saber de los datos
completeness-about = Lo que debería saberse de cada conjunto y todavía no se dice, como su licencia o cada cuánto se actualiza.
complete-n = { $n ->
    [one] { $complete } de { $shown } conjunto da todos los datos.
   *[other] { $complete } de { $shown } conjuntos dan todos los datos.
}
facts-given = { $passed } de { $shown } datos dados
points-about = Los puntos son los de la evaluación de calidad de metadatos de data.europa.eu, calculados de estos datos como ella lo hace; de los archivos de un conjunto cuenta el mejor.
points-given = { $points } de { $shown } puntos
points-lost = −{ $n }
facts-missing = Falta:
facts-missing-of = Qué falta en cada conjunto
facts-none-missing = No le falta nada a:
for-publishers = Para quien publica
points-of-datasets = Los puntos de cada conjunto en el catálogo europeo
facts-wanted = Los datos, qué cuesta que falten y cómo darlos
facts-count = { $n ->
    [one] Lo da { $present } de { $shown } conjunto.
   *[other] Lo dan { $present } de { $shown } conjuntos.
}
fact-mandatory = Los portales que recolectan datos rechazan un conjunto sin él.
fact-summary = Descripción
fact-summary-cost = Sin ella el conjunto queda fuera de data.json y de DCAT-AP, así que data.europa.eu ni siquiera lo ve.
fact-summary-add = Escriba summary: con una o dos frases en su dataset.md.
fact-publisher = Quién lo publica
fact-publisher-cost = Sin este dato el conjunto queda fuera de data.json, y nadie responde por los datos; data.europa.eu quita 10 de 405 puntos.
fact-publisher-add = Escriba publisher: en su dataset.md, o [publisher] en tragaluz.toml para todos.
fact-contact = Contacto
fact-contact-cost = Sin nombre y correo electrónico el conjunto queda fuera de data.json; sin ninguno, data.europa.eu quita 20 de 405 puntos.
fact-contact-add = Escriba contact: con name y email de una oficina, o [contact] en tragaluz.toml para todos.
fact-keywords = Palabras clave
fact-keywords-cost = Sin ninguna el conjunto queda fuera de data.json y cuesta encontrarlo; data.europa.eu quita 30 de 405 puntos.
fact-keywords-add = Escriba keywords: con una lista de palabras.
fact-modified = Último cambio
fact-modified-cost = Sin esta fecha el conjunto queda fuera de data.json, y nadie sabe qué tan viejos son los datos; data.europa.eu quita 5 de 405 puntos.
fact-modified-add = Escriba modified: con una fecha como 2024-05-31.
fact-licenses = Licencia
fact-licenses-cost = Sin ella nadie puede reutilizar los datos con certeza; data.europa.eu quita 30 de 405 puntos.
fact-licenses-add = Escriba licenses: con un nombre conocido como CC-BY-4.0, o [licence] en tragaluz.toml para todos.
fact-theme = Tema
fact-theme-cost = Los catálogos no pueden clasificar el conjunto; data.europa.eu quita 30 de 405 puntos.
fact-theme-add = Escriba theme: con un código de los temas de datos de la UE, como GOVE.
fact-frequency = Frecuencia
fact-frequency-cost = Nadie sabe cuándo volver.
fact-frequency-add = Escriba frequency: con una palabra como annual, monthly o irreg.
fact-issued = Primera publicación
fact-issued-cost = data.europa.eu quita 5 de 405 puntos.
fact-issued-add = Escriba issued: con una fecha.
fact-spatial = Zona que abarca
fact-spatial-cost = Los datos no se encuentran por lugar; data.europa.eu quita 20 de 405 puntos.
fact-spatial-add = Escriba spatial: con el nombre y el código del lugar.
fact-temporal = Tiempo que abarca
fact-temporal-cost = Los datos no se encuentran por época; data.europa.eu quita 20 de 405 puntos.
fact-temporal-add = Escriba temporal: con la primera y la última fecha que abarca.
fact-file = Un archivo que se pueda bajar
fact-file-cost = Lo que está en otra parte puede faltar mañana, y aquí nadie sabe si responde; data.europa.eu quita 105 de 405 puntos.
fact-file-add = Ponga los datos como archivo en la carpeta del conjunto.
fact-format = Un formato abierto para programas
fact-format-cost = Los programas no pueden leer los datos, o solo los de un fabricante; data.europa.eu quita hasta 80 de 405 puntos.
fact-format-add = Ponga los datos como CSV u hoja de cálculo en la carpeta del conjunto: de ahí se hacen todos los formatos abiertos.
fact-licence-table = Una licencia de la tabla de la UE
fact-licence-table-cost = Los programas no saben qué permite; data.europa.eu quita 10 de 405 puntos.
fact-licence-table-add = Si los datos pueden darse también con una licencia de esa tabla, como CC-BY-4.0, nómbrela. Si no, déjela: una licencia cierta vale más que los puntos.
fact-licence-title = El nombre de la licencia en palabras
fact-licence-title-cost = De una dirección nadie lee qué puede hacerse con los datos; data.europa.eu quita 5 de 405 puntos.
fact-licence-title-add = Escriba title: junto al path de la licencia.

# Gráficas. { $n } y los demás números llegan escritos a la manera de la lengua.
chart-rows = Filas
chart-time = Fecha
chart-data = Datos de la gráfica
chart-files = La gráfica como archivo
chart-embed = Para mostrarla en su página, escriba:
chart-source = Datos:
chart-by = { $measure } por { $by }
chart-by-both = { $measure } por { $by } y { $split }
chart-class = { $from } a { $to }
chart-none = s. d.
chart-sum = suma
chart-mean = promedio
chart-min = el menor
chart-max = el mayor
chart-count = número de filas
chart-thousands = { $n } mil
chart-millions = { $n } M
chart-billions = { $n } mil M
chart-trillions = { $n } bill.
chart-others = { $n } más, de { $min } a { $max }
chart-others-sum = { $n } más, { $sum } en total
chart-others-name = Otros ({ $n })
chart-gap = { $n } más en medio
chart-projected = proyecciones
chart-projected-from = A partir de { $from }: proyecciones.
chart-note-from = Se aplica a partir de { $from }.
chart-projected-row = { $label } (proyección)
reading-millions = { $form ->
    [one] { $n } millón
   *[other] { $n } millones
 }
reading-billions = { $form ->
    [one] mil millones
   *[other] { $n } mil millones
 }
reading-trillions = { $form ->
    [one] { $n } billón
   *[other] { $n } billones
 }
chart-standing-out = Se destaca: { $values }.
chart-left-out = Sin { $values }, que contaría dos veces a los demás.
chart-missing = { $n ->
    [one] Falta un valor.
   *[other] Faltan { $n } valores.
}
chart-all-rows = Aquí no están todas las filas; las { $n } están en el archivo de datos.
chart-type-line = Gráfica de líneas
chart-type-columns = Gráfica de columnas
chart-type-bars = Gráfica de barras
chart-type-strip = Partes de un total
chart-type-histogram = Histograma
chart-type-dots = Gráfica de puntos
chart-type-points = Puntos de pares de valores
chart-type-multiples = Gráficas pequeñas en una misma escala
chart-type-timeline = Periodos en una línea de tiempo
spark = { $first } ({ $from }) → { $last } ({ $to })
chart-type-sparks = Tabla con gráficas diminutas
chart-type-cross = Cuentas de pares de categorías
chart-type-flow = Flujos de un lado al otro
chart-type-map = Lugares por latitud y longitud
chart-type-tiles = Mapa de casillas
chart-type-table = Tabla
chart-change = { $name }: { $first } en { $from }, { $last } en { $to } ({ $change }).
chart-range = Lo más bajo, { $min } ({ $at-min }); lo más alto, { $max } ({ $at-max }).
chart-classes = { $type }: valores de { $from } a { $to }; los más, { $count }, están entre { $class }.
chart-flows = { $type }: { $n } flujos. El mayor va de { $from } a { $to }: { $value }.
chart-from-to = { $measure }, de { $from } a { $to }
chart-places = Dónde está cada { $name }
chart-north = N
chart-south = S
chart-east = E
chart-west = O
chart-rows-said = { $type } con { $n } filas; los valores están en la tabla de abajo.

# Buscar
search = Buscar
search-label = ¿Qué busca?
search-do = Buscar
search-about = { $n ->
    [one] Se busca en { $shown } página: su título, su texto, su lugar, sus años y los valores de sus tablas.
   *[other] Se busca en { $shown } páginas: su título, su texto, su lugar, sus años y los valores de sus tablas.
} No importan los acentos, las mayúsculas ni una letra equivocada, y basta con el principio de la última palabra.
search-no-script = Su navegador no ejecuta programas. Este formulario lleva al índice A–Z.
search-results = Resultados
search-wait = Buscando…
search-count = Páginas encontradas: %
search-some = Ninguna página tiene todas las palabras. Páginas que más se acercan: %
search-near = No está escrito así en ninguna página. También se buscó: %
search-found-words = Contiene: %
search-rows-of = Filas de %
search-cut = Se buscó solo una parte: escriba menos palabras, o más letras de la última.
search-failed = No se pudo leer el índice de la búsqueda. Vuelva a cargar la página, o use el índice A–Z.
search-more = Mostrar más
search-none = Ninguna página tiene todas esas palabras. Puede:
search-none-1 = quitar palabras o probar con otras;
search-none-2 = escribir solo el principio de una palabra;
search-none-3 = recorrer el índice A–Z.
search-examples = Por ejemplo
search-example-value = { $value } en «{ $name }»
search-browse = O recorra
search-by-words = Buscar por palabras
search-describes = Buscar en «{ $title }»
# Palabras que no se buscan, por ser de todas las páginas.
search-stop-words = a acerca al algo algún alguna ante aquí así aún cada con como cómo cuál cuáles cuándo cuánta cuántas cuánto cuántos cuyo de del desde dime donde dónde e el ella ellos en encontrar encuentro entre era eran es esa ese eso esta está están estas este estos fue fueron ha había haber hace hacer hacia han hasta hay la las le les lo los más me mi mis muestra mucho muy necesito ni nos o otra otro para pero por porque puede puedo pues que qué quién quiénes quiero saber se según ser será si sí sido sin sobre solo son su sus también tan tengo tiene tienen todo todos toda todas tu u un una unos unas ver vive y ya yo
# Otras palabras con las que la gente busca los compromisos de cada estado.
search-words-finished = cumplido cumplió cumplieron concluido completado completo finalizado acabado listo logrado
search-words-in-progress = avanzando progreso proceso marcha
search-words-stuck = parado atorado suspendido pausado
search-words-not-started = pendiente sin empezar comenzar
search-words-incomplete = incumplido inconcluso sin terminar parcial
search-words-not-reported = sin informe reporte reportar informar resultado desconocido
search-words-evaluated = cumplió cumplieron cumplido cumplir evaluado evaluación evaluaron logró lograron resultado
search-words-register = lista listado catálogo tabla completa
search-words-overdue = vencido vencimiento atrasado atraso retrasado retraso tarde plazo terminado
a-z = Índice A–Z
a-z-about = { $n ->
    [one] La única página publicada.
   *[other] Las { $shown } páginas publicadas, por orden alfabético.
}
a-z-letters = Letras
a-z-guides = Páginas de esta letra
a-z-signs = Cifras y signos
a-z-signs-short = 0–9
continued = (continúa)

# Listas cortadas por un dato
data-themes = Por tema
formats = Por formato
licences = Por licencia
publishers = Por quién publica
places = Por lugar
only-largest = Solo las listas más grandes tienen página propia.

# Listas filtradas: encabezados. «-of» habla de un lugar; «-at» sirve para cualquier nombre y para el lugar cuyo nombre pide artículo.
names-with-article = Estado|Ciudad|Municipio|Reino|República|Comunidad|Provincia|Región|Alcaldía|Países|Unión
heading-status-finished = Compromisos terminados
heading-status-finished-of = Compromisos terminados de { $name }
heading-status-finished-at = { $name }: compromisos terminados
heading-status-finished-year = Compromisos terminados con plazo en { $name }
heading-status-in-progress = Compromisos en curso
heading-status-in-progress-of = Compromisos de { $name } en curso
heading-status-in-progress-at = { $name }: compromisos en curso
heading-status-in-progress-year = Compromisos en curso con plazo en { $name }
heading-status-stuck = Compromisos detenidos
heading-status-stuck-of = Compromisos detenidos de { $name }
heading-status-stuck-at = { $name }: compromisos detenidos
heading-status-stuck-year = Compromisos detenidos con plazo en { $name }
heading-status-not-started = Compromisos no iniciados
heading-status-not-started-of = Compromisos no iniciados de { $name }
heading-status-not-started-at = { $name }: compromisos no iniciados
heading-status-not-started-year = Compromisos no iniciados con plazo en { $name }
heading-status-incomplete = Compromisos incompletos
heading-status-incomplete-of = Compromisos incompletos de { $name }
heading-status-incomplete-at = { $name }: compromisos incompletos
heading-status-incomplete-year = Compromisos incompletos con plazo en { $name }
heading-status-not-reported = Compromisos sin avance informado
heading-status-not-reported-of = Compromisos de { $name } sin avance informado
heading-status-not-reported-at = { $name }: compromisos sin avance informado
heading-status-not-reported-year = Compromisos sin avance informado con plazo en { $name }
heading-plan = { $name }: compromisos
heading-year = Compromisos con plazo en { $name }
heading-year-of = Compromisos de { $name } con plazo en { $second }
heading-year-at = { $name }: compromisos con plazo en { $second }
heading-completion = Compromisos con cumplimiento «{ $name }»
heading-completion-of = Compromisos de { $name } con cumplimiento «{ $second }»
heading-completion-at = { $name }: compromisos con cumplimiento «{ $second }»
heading-topic-of = Compromisos de { $name } sobre «{ $second }»
heading-topic-at = { $name }: compromisos sobre «{ $second }»
heading-verdict = Compromisos – { $name }: { $second }
facet-verdict = { $name }: { $second }
heading-data-themes = Conjuntos de datos sobre «{ $name }»
heading-formats = Conjuntos de datos en { $name }
heading-licences = Conjuntos de datos con la licencia «{ $name }»
heading-publishers = { $name }: conjuntos de datos
heading-places = Conjuntos de datos sobre { $name }
heading-keywords = Conjuntos de datos con la palabra clave «{ $name }»
heading-datasets-both = Conjuntos de datos: { $name }, { $second }
filter = Filtrar
filter-remove = Quitar «{ $name }»
milestones-by-month = Hitos por mes
commitments-by-end = Compromisos por plazo
commitments-by-place = Compromisos por lugar
order-own = Orden habitual
order-by-end = Por plazo
order-by-place = Por lugar
month-overdue = Atrasados desde { $month }
month-coming = Con plazo en { $month }
milestones-coming = Lo que viene: { $n }
milestones-overdue = Atrasados: { $n }
milestones-past-part = Los que ya pasaron: { $n }
month-none = Sin fecha
place-none = Sin lugar
calendar = Añadir estas fechas a su calendario (.ics)
heading-milestones-finished = Hitos terminados
heading-milestones-in-progress = Hitos en curso
heading-milestones-stuck = Hitos detenidos
heading-milestones-not-started = Hitos no iniciados
heading-milestones-incomplete = Hitos incompletos
heading-milestones-not-reported = Hitos sin avance informado
heading-milestones-year = Hitos con plazo en { $name }
heading-milestones-of = Hitos de { $name }
heading-milestones-at = { $name }: hitos
heading-milestones-both-of = Hitos de { $name }: { $second }
heading-milestones-both-at = Hitos: { $name }, { $second }
facet-all = Ver todos
years = Con plazo en
theme-agri = Agricultura, pesca, bosques y alimentos
theme-econ = Economía y finanzas
theme-educ = Educación, cultura y deporte
theme-ener = Energía
theme-envi = Medio ambiente
theme-gove = Gobierno y sector público
theme-heal = Salud
theme-intr = Asuntos internacionales
theme-just = Justicia y seguridad pública
theme-op_datpro = Datos provisionales
theme-regi = Regiones y ciudades
theme-soci = Población y sociedad
theme-tech = Ciencia y tecnología
theme-tran = Transporte

report-absent = Un informe que se cita, pero no está en este portal

# Ediciones que no necesitan conexión.
offline-about = Todo el portal, para guardarlo, llevarlo en una memoria USB y leerlo sin conexión.
offline-inside = Esta es una copia para usar sin conexión. No puede decir su propio tamaño ni su suma de control: están en esta página en la red.
offline-web = Esta página en la red:
no-connection = Sin conexión
no-connection-kept = Esta página no se guardó en este aparato. Se guardaron las que usted abrió antes:
offline-no-qr = No hay códigos QR porque el portal no dice en qué dirección está.
offline-whole = Todo el portal
offline-check = Cómo comprobar un archivo
offline-check-how = Calcule el SHA-256 del archivo y compárelo con el que aparece aquí. Windows: certutil -hashfile ARCHIVO SHA256. macOS: shasum -a 256 ARCHIVO. Linux: sha256sum ARCHIVO.
offline-sums = Sumas de control de todos los archivos del portal:
offline-key = Está firmada (SHA256SUMS.minisig). La clave pública, para «tragaluz verify» o minisign:
offline-books = Como libro, sin conexión
edition-zip = todo el portal en una carpeta
edition-zip-about = Descomprímalo y abra index.html con doble clic: cada página funciona sin conexión y no hay que instalar nada.
edition-zim = todo el portal para Kiwix
edition-zim-about = Un solo archivo para Kiwix, un programa libre que también pasa el portal de teléfono a teléfono.
edition-text = todo el texto en un archivo
edition-text-about = Texto simple para cualquier aparato, para un lector de pantalla o para imprimir.
edition-epub = libro
edition-pdf = libro para imprimir
notice-do = Qué puede hacer usted
notice-more = Todo lo que se sabe, con su evidencia:
notice-code = Código QR de
edition-left-out = { $n ->
    [one] Un archivo no va dentro, por su tamaño o su nombre; el texto LEEME dice cuál.
   *[other] { $n } archivos no van dentro, por su tamaño o su nombre; el texto LEEME dice cuáles.
}
edition-left-out-zim = { $n ->
    [one] Un archivo no va dentro, por su tamaño o su nombre; está en el portal publicado.
   *[other] { $n } archivos no van dentro, por su tamaño o su nombre; están en el portal publicado.
}
edition-date = Al { $date }
paper-sum = Quien tenga esta hoja puede comprobarla: el texto simple de esta página en la red (.txt) tiene el SHA-256
# Nombres de archivos: solo letras y cifras.
edition-text-name = todo
read-me-name = LEEME
read-me-open = Para leerlo, descomprima todo en una carpeta y abra index.html con doble clic. Solo hace falta un navegador: ni conexión ni otro programa.
read-me-inside = Dentro está lo que el portal publica, byte por byte: sus páginas, su texto simple, sus datos y sus catálogos. Solo la página de las ediciones sin conexión es otra, porque ninguna edición puede contener su propia suma de control.
read-me-sums = SHA256SUMS tiene la suma de control de cada archivo. Para comprobarlas todas, ejecute en esta carpeta: sha256sum -c SHA256SUMS (Linux) o shasum -a 256 -c SHA256SUMS (macOS). Un solo archivo en Windows: certutil -hashfile ARCHIVO SHA256
read-me-left-out = Estos archivos no van dentro, por su tamaño o su nombre. En esta copia los enlaces a ellos no llevan a ninguna parte; están en la red.
read-me-fresh = El portal tal como está ahora:
text-contents = Contenido
book-contents = Contenido
book-cover = Portada
book-web = Esta página en la red:
book-note = Hecho de las páginas del portal al { $date }.
book-access = Texto con encabezados, listas y tablas que los programas pueden seguir; cada dibujo se dice también con palabras. Nada depende del color ni del sonido.
zim-description = Compromisos y datos de gobierno abierto
commitments-more = { $n ->
    [one] Un compromiso más usa estos datos; la lista de compromisos los tiene todos.
   *[other] { $n } compromisos más usan estos datos; la lista de compromisos los tiene todos.
 }
own-facts = Más datos
on-another-server = En otro servidor: { $host }
elsewhere-words = Este archivo está en otro servidor. Aquí no se revisa, y puede cambiar allá en cualquier momento.

### Datos personales que se publican por decisión de una oficina.

waivers = Datos personales que se publican, y por qué
waivers-about = Antes de publicarse, el portal se revisa en busca de datos personales. Contiene estos por decisión de una oficina, que responde por ello.
waivers-off = Nadie revisó si hay datos personales
waivers-here = Esta página contiene datos personales: por qué, y quién lo decidió
waiver-kinds = Datos
waiver-file = Archivo
waiver-columns = Columnas
waiver-ground = Fundamento
waiver-reason = Motivo
waiver-by = Lo decidió
waiver-until = Vale hasta
ground-public-official = Son de una persona servidora pública, como tal
ground-consented = Las personas lo consintieron
ground-published-by-law = Una ley pide que se publiquen
ground-office-contact = Son el contacto de una oficina
ground-not-personal = No son de nadie: solo lo parecen
ground-fictitious = Son inventados
ground-historical = Son de personas fallecidas hace mucho
personal-kind = { $kind ->
    [curp] CURP
    [rfc] RFC de personas
    [clabe] cuentas bancarias (CLABE)
    [card] números de tarjeta
    [nss] números de seguridad social (NSS)
    [voter-key] claves de elector
    [passport] números de pasaporte
    [plate] placas de vehículos
    [e-mail] direcciones de correo
    [telephone] números de teléfono
    [ip-address] direcciones IP
    [street] domicilios
    [home-coordinates] coordenadas de un domicilio
    [iban] cuentas bancarias (IBAN)
    [name] nombres de personas
    [birth-date] fechas de nacimiento
   *[other] { $named }
}

# El glosario. `term-NOMBRE-forms`: como lo traen los textos, dividido por «|»; el texto enlaza un término donde aparece primero.
glossary = Qué significan las palabras
glossary-about = Palabras del gobierno abierto y de los datos abiertos que usan estas páginas, dichas con sencillez.
glossary-own = Palabras de este portal
glossary-promises = Palabras de los compromisos
glossary-data = Palabras de los datos
term-ogp = Alianza para el Gobierno Abierto (OGP)
term-ogp-forms = Alianza para el Gobierno Abierto|OGP
term-ogp-means = Gobiernos y sociedad civil de más de setenta países que acuerdan qué hará cada gobierno para ser más abierto y lo revisan en público.
term-action-plan = Plan de acción
term-action-plan-means = Lo que un gobierno promete hacer en unos dos años, escrito junto con la sociedad civil.
term-commitment = Compromiso
term-commitment-means = Una promesa de un plan de acción: qué se hará, quién y para cuándo.
term-milestone = Hito
term-milestone-means = Un paso de un compromiso, con sus propias fechas, cuyo resultado se puede comprobar.
term-evidence = Evidencia
term-evidence-means = Lo que muestra que algo se hizo: un documento, una minuta, una página publicada, datos.
term-end-report = Informe de fin de compromiso
term-end-report-means = Lo que hallaron quienes evaluaron cuando terminó el plazo de un compromiso: qué se hizo, si el gobierno se abrió y qué se aprendió.
term-inception-report = Informe inicial
term-inception-report-forms = informe inicial|informes iniciales
term-inception-report-means = Una primera revisión, poco después de publicarse un plan: si cada compromiso se puede comprobar y cuánto podría cambiar las cosas.
term-irm = Mecanismo de Revisión Independiente (IRM)
term-irm-forms = Mecanismo de Revisión Independiente|IRM
term-irm-means = La oficina de la Alianza para el Gobierno Abierto que revisa los planes y sus resultados sin depender de los gobiernos.
term-open-government = Gobierno abierto
term-open-government-means = Un gobierno que publica lo que sabe y lo que hace, deja participar a la gente y responde por sus decisiones.
term-obligated-subject = Sujeto obligado
term-obligated-subject-forms = sujeto obligado|sujetos obligados
term-obligated-subject-means = En la ley mexicana, quien debe publicar información y contestar solicitudes: dependencias, congresos, tribunales, partidos, sindicatos y otros que reciben dinero público.
term-technical-secretariat = Secretariado técnico
term-technical-secretariat-forms = secretariado técnico|secretariados técnicos|secretariado técnico local
term-technical-secretariat-means = El grupo de oficinas y organizaciones que elabora un plan de acción y le da seguimiento.
term-proactive-transparency = Transparencia proactiva
term-proactive-transparency-forms = transparencia proactiva
term-proactive-transparency-means = Publicar, sin que nadie lo pida y más allá de lo que exige la ley, la información que la gente necesita.
term-social-accountability = Contraloría social
term-social-accountability-forms = contraloría social
term-social-accountability-means = Personas y organizaciones que vigilan lo que hace el gobierno, piden explicaciones y reciben respuesta.
term-open-data = Datos abiertos
term-open-data-means = Datos que cualquiera puede descargar, usar y compartir, para lo que sea y sin pagar.
term-dataset = Conjunto de datos
term-dataset-means = Una o varias tablas sobre un mismo asunto, con lo necesario para entenderlas.
term-dictionary = Diccionario de datos
term-dictionary-means = Lo que significa cada columna de una tabla: su unidad, sus valores posibles, lo que falta.
term-licence = Licencia
term-licence-means = Lo que el dueño de los datos permite hacer con ellos.
term-csv = CSV
term-csv-means = Una tabla como texto simple, una fila por renglón. La abre cualquier hoja de cálculo o programa.
term-metadata = Metadatos
term-metadata-means = Datos sobre los datos: quién los publica, cuándo, cada cuánto, de qué lugar y de qué tiempo.
term-checksum = Suma de control (SHA-256)
term-checksum-means = Un número largo que se calcula de un archivo. Si dos copias tienen el mismo, son el mismo archivo hasta la última letra.
term-offline = Edición sin conexión
term-offline-means = El portal como un archivo para llevarlo y leerlo sin internet.
