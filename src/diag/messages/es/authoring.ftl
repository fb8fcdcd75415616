### Lo que escribe y dice `add`.

ask-head = Lo que empieza con # no se publica: todavía no se sabe. Quite el # y escriba lo que corresponda.
ask-summary = En una o dos frases: qué se contó, dónde y de qué tiempo.
    summary: Solicitudes de información que recibió cada área, mes por mes.
ask-language = El idioma en el que están escritos los datos.
    language: es
ask-keywords = Palabras con las que la gente busca.
    keywords: [transparencia, solicitudes]
ask-theme = Temas de la lista de la Unión Europea: AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, JUST, REGI, SOCI, TECH, TRAN.
    theme: [GOVE]
ask-frequency = Cada cuánto cambian: annual (anual), quarterly (trimestral), monthly (mensual), weekly (semanal), daily (diario), irreg (sin fecha fija), never (nunca).
    frequency: annual
ask-issued = Cuándo se publicaron por primera vez.
    issued: 2026-01-31
ask-modified = Cuándo cambiaron por última vez.
    modified: 2026-01-31
ask-temporal = El tiempo del que tratan.
    temporal: {"{"}start: 2025-01, end: 2025-12{"}"}
ask-spatial = El lugar del que tratan.
    spatial: {"{"}name: México, code: MEX{"}"}
ask-row_is = Qué es una fila, después de las palabras «Cada fila es».
    row_is: un área en un mes
ask-provenance = Cómo se hicieron los datos: quién anotó qué y con qué.
    provenance: Se tomaron del registro de la unidad de transparencia.
ask-sources = De dónde vienen, si no son propios.
    sources: [{"{"}title: Censo nacional, path: "https://example.org/censo"{"}"}]
ask-licenses = Qué pueden hacer otros con ellos. Mejor una vez para todos, en [licence] de tragaluz.toml.
    licenses: [{"{"}name: CC-BY-4.0{"}"}]
ask-publisher = Quién los publica. Mejor una vez para todos, en [publisher] de tragaluz.toml.
    publisher: Unidad de Transparencia
ask-contact = A quién preguntar: una oficina, nunca una persona. Mejor una vez para todos, en [contact] de tragaluz.toml.
    contact: {"{"}name: Unidad de Transparencia, email: oficina@example.org{"}"}
ask-resources = Las tablas y sus columnas, como se leyeron. Corrija los títulos que estén mal. Una columna puede tener también
    «description: qué significan sus valores» y «unit: personas».
ask-key = { $column ->
        [none] Las columnas que juntas distinguen una fila de otra, si las hay.
    primaryKey: [columna, otra-columna]
       *[other] En «{ $column }» ningún valor se repite. Si está para distinguir las filas, dígalo:
    primaryKey: [{ $name }]
    }
added = Se agregó el conjunto de datos «{ $name }»: { $tables ->
        [0] ninguna tabla
        [one] una tabla
       *[other] { $tables } tablas
    }{ $others ->
        [0] {""}
        [one] {" "}y otro archivo
       *[other] {" "}y otros { $others } archivos
    }.
added-table = {"  "}{ $table }: { $rows } filas, { $columns } columnas
added-page = { $n ->
        [0] Su página es { $page }.
       *[other] Su página es { $page }. Dice lo que dicen los archivos, y pregunta por: { $unknown }.
    }
added-next = Ahora: abra la página y complétela; «tragaluz check» dice qué falta, «tragaluz build» genera el sitio.

### Lo que escribe `add` en páginas nuevas. «.line» muestra cómo se escribe un dato, donde no lo dice su sola forma.

ask-sections = Abajo están las partes del texto. Una sin palabras aparece como faltante; también puede quitarla.
ask-further = También puede tener: { $names }.
ask-one-of = Una de estas palabras: { $words }.
fact-summary = En una o dos frases, de qué se trata.
    .line = summary: Publicamos cada mes cuántas solicitudes recibimos y en cuántos días respondimos.
fact-updated = Cuándo cambiaron por última vez estos datos.
fact-sources = De dónde vienen.
    .line =
        sources:
          - title: Acta del comité de transparencia
            url: https://oficina.example/acta.pdf
fact-order = Su lugar en las listas, primero el número menor.
fact-locality = El municipio o estado del que es la página: el nombre de un archivo en content/localities, o solo su nombre.
    .line = locality: municipio-ejemplo
fact-action-plans = Los planes de acción que lo contienen, por los nombres de sus archivos en content/action-plans; «not-attached» si ninguno.
    .line = action_plans: [plan-2025]
fact-action-plan = El plan de acción, por el nombre de su archivo en content/action-plans.
    .line = action_plan: plan-de-2025
fact-inception-report = El informe que se escribió al inicio.
    .line =
        inception_report:
          title: Informe inicial
          url: https://oficina.example/inicial.pdf
fact-start = El primer mes, o el primer día.
fact-end = El último mes, o el último día.
fact-institutions = Las oficinas que participan. De cada una su papel: lead (responsable) o supporting (de apoyo).
    .line =
        institutions:
          - name: Unidad de Transparencia
            role: lead
fact-institution = La oficina que la lleva.
    .line = institution: Unidad de Transparencia
fact-policy-areas = A qué tema de política pública pertenece, con sus palabras o por el nombre de un archivo en content/policy-areas.
    .line = policy_areas: [open-data]
fact-topic = A qué tema de política pública pertenece, con sus palabras o por el nombre de un archivo en content/policy-areas.
    .line = topic: [right-to-information]
fact-sector = El sector, con sus palabras o por el nombre de un archivo en content/sectors.
    .line = sector: health
fact-values = Los valores de gobierno abierto a los que sirve, cada uno con su razón: access-to-information (acceso a la información), civic-participation (participación ciudadana), public-accountability (rendición de cuentas), technology-and-innovation (tecnología e innovación).
    .line =
        values:
          - value: access-to-information
            reason: Quien pide información sabrá cuánto tarda la respuesta.
fact-inception = Lo que encontró la revisión al inicio: si es verificable (verifiable), si es relevante (relevance), si es nuevo (novelty) y cuánto cambiaría (ambition).
    .line =
        inception:
          verifiable: yes
          relevance: yes
          novelty: new
          ambition: positive
          statements: [El compromiso es verificable.]
fact-milestones = Lo que se va a hacer, paso por paso; «tragaluz add milestone» agrega uno. Solo hacen falta número y texto.
    .line =
        milestones:
          - number: 1
            text: Publicar las solicitudes del primer mes.
            start: 2026-01
            end: 2026-02
            status: in-progress
            owner: Unidad de Transparencia
fact-status = Cómo va en conjunto, si su fuente lo dice; si no, se calcula de los hitos.
fact-reported = Cuándo se informó eso.
fact-progress = Lo que se informó entonces.
    .line = progress: Doce oficinas han respondido.
fact-updates = En lugar de los tres anteriores: cada informe de cómo va, uno tras otro.
    .line =
        updates:
          - date: 2026-03
            status: in-progress
            text: Doce oficinas han respondido.
            reported_by: Unidad de Transparencia
fact-reports = Los informes que lo evalúan, por los nombres de sus archivos en content/reports.
    .line = reports: [informe-2026]
fact-datasets = Los conjuntos de datos en los que se apoya, por los nombres de sus carpetas en data.
    .line = datasets: [solicitudes]
fact-related = Los compromisos que continúa o a los que pertenece, por los nombres de sus archivos.
    .line = related: [compromiso-anterior]
fact-commitment = El compromiso que se evalúa, por el nombre de su archivo en content/commitments.
    .line = commitment: responder-a-tiempo
fact-commitments = Los compromisos a los que pertenece, por los nombres de sus archivos en content/commitments.
    .line = commitments: [responder-a-tiempo]
fact-stage = En qué momento del compromiso se hizo el informe: mid-term (a medio término) o end-of-term (al final).
fact-date = El día en que se hizo.
fact-evaluators = Quién evaluó: oficinas, o personas que aceptan que se les nombre. Sus direcciones no se publican.
    .line = evaluators: [Universidad del Estado]
fact-contact-withheld = Si su fuente da datos de contacto de quienes evaluaron, que aquí se omiten.
fact-completion = Pregunta 1.1: cuánto se había avanzado.
fact-as-planned = Pregunta 1.3: cuántos hitos se cumplieron como se planeó: all (todos), most (la mayoría), some (algunos), none (ninguno).
fact-answers = Las preguntas 2.1.1, 2.1.2, 2.1.3 y 2.2, respondidas con yes (sí) o no; y el grado del resultado: worsened (empeoró), did-not-change (no cambió), marginal, major (importante) u outstanding (sobresaliente). Las palabras de cada respuesta van abajo, bajo su encabezado.
    .line =
        answers:
          - question: 2.1.1
            answer: yes
            degree: marginal
          - question: 2.2
            answer: no
            degree: worsened
fact-evidence = Lo que se publicó como evidencia, y de qué pregunta.
    .line =
        evidence:
          - question: 1.3
            title: Acta del comité de transparencia
            url: https://oficina.example/acta.pdf
fact-level = De qué nivel es quien la lleva: international, national (nacional), state (estatal) o municipal.
fact-country = El código de tres letras del país.
    .line = country: MEX
fact-editions = Los años en que se realizó.
    .line = editions: [2025, 2026]
fact-extent = Cuánto da su fuente.
fact-code = La clave oficial.
    .line = code: "15001"
fact-url = Su dirección en la web.
    .line = url: https://oficina.example/
fact-commitment-start = El mes, o el día, en que empieza.
fact-commitment-end = El mes, o el día, en que vence.
page-report-title = Informe: { $title }
added-a-page = { $n ->
        [0] Se agregó la página { $page }.
       *[other] Se agregó la página { $page }. Pregunta por: { $unknown }.
    }
added-a-page-next = Ahora: ábrala y complétela; «tragaluz check» dice qué falta, «tragaluz build» genera el sitio.
added-milestone = Se agregó el hito { $number } a { $page }.
document-lost = {"  "}{ $kind ->
        [pictures] Imágenes que no están en la página: { $count }. Guarde cada una junto a la página y muéstrela con palabras: ![Lo que muestra](nombre.jpg).
        [text-boxes] Cuadros de texto cuyas palabras no están en la página: { $count }. Copie lo que corresponda.
        [comments] Comentarios de revisión que se omitieron: { $count }.
        [deleted] Supresiones con control de cambios que se omitieron: { $count }. Lo que se insertó con control de cambios sí está.
        [hidden] Pasajes de texto oculto que se omitieron: { $count }.
        [formulas] Fórmulas que no están en la página: { $count }.
        [objects] Gráficas, hojas u otros objetos que no están en la página: { $count }. Una tabla de cifras conviene agregarla como datos.
        [inner-tables] Tablas dentro de tablas, cuyas palabras quedaron en una celda: { $count }.
        [margins] Se omitieron los encabezados y pies de la página impresa.
        [links] Enlaces a archivos o a lugares del documento, de los que solo quedan las palabras: { $count }.
       *[bold-headings] Renglones en negritas que se tomaron por títulos, porque el documento no tiene otros: { $count }. Mire si lo son.
    }
edition = Nueva edición de «{ $dataset }», para { $file }:
edition-table = {"  "}{ $kind ->
        [added] { $table }: una tabla nueva
       *[removed] { $table }: la tabla ya no está
    }
edition-same = {"  "}{ $table }: no cambió nada
edition-rows = {"  "}{ $table }: ahora { $rows } filas. Nuevas: { $added }; ya no están: { $removed }; cambiaron: { $changed }; como antes: { $same }
edition-column = {"  "}{ $kind ->
        [added] { $table }: la columna «{ $column }» es nueva
        [removed] { $table }: la columna «{ $column }» ya no está
        [renamed] { $table }: la columna «{ $column }» está donde estaba «{ $before }», y es de su tipo
       *[retyped] { $table }: la columna «{ $column }» era de tipo { $before }, y es de tipo { $after }
    }
edition-fact = {"  "}dataset.md: { $name } será { $value }; ese dato lo escribió «add»
edition-undated = {"  "}dataset.md: modified queda como está; dé el día con --as-of
edition-asked = ¿Reemplazar { $file }? [s/N]
edition-placed = Se reemplazó { $file }. Lo que usted escribió en dataset.md está como estaba; «tragaluz check» dice si todavía corresponde.
edition-left = No se cambió nada. Con --yes se reemplaza { $file }.
edition-refused = No se cambió nada: el archivo nuevo tiene errores, que se dicen arriba.

### Libros de datos (export --workbook, import --workbook): hojas, encabezados, lo que se dice.

sheet-commitments = Compromisos
sheet-milestones = Hitos
sheet-reports = Informes
sheet-action-plans = Planes de acción
sheet-initiatives = Iniciativas
sheet-practices = Prácticas
sheet-localities = Localidades
sheet-institutions = Instituciones
sheet-policy-areas = Temas
sheet-sectors = Sectores
sheet-values = Valores
sheet-pages = Páginas
sheet-about = Cómo llenar
column-page = Página
column-language = Idioma
column-number = Número
column-fingerprint = Estado al exportar, no cambiar
column-title = Título
column-text = Qué se hará
column-summary = Resumen
column-updated = Actualizado
column-sources = Fuentes
column-order = Orden
column-locality = Localidad
column-action-plans = Planes de acción
column-action-plan = Plan de acción
column-inception-report = Informe inicial
column-start = Inicio
column-end = Fin
column-institutions = Instituciones
column-institution = Institución
column-policy-areas = Temas de política
column-topic = Tema
column-sector = Sector público o social
column-values = Valores
column-inception = Revisión inicial
column-milestones = Hitos
column-status = Estado
column-reported = Informado el
column-progress = Avance
column-updates = Informes de avance
column-reports = Informes de evaluación
column-datasets = Conjuntos de datos
column-related = Compromisos relacionados
column-commitment = Compromiso
column-commitments = Compromisos
column-stage = Etapa
column-date = Fecha
column-evaluators = Evaluadores
column-contact-withheld = Contacto omitido
column-completion = Cumplimiento (1.1)
column-as-planned = Según lo planeado (1.3)
column-answers = Respuestas
column-evidence = Evidencia
column-level = Nivel
column-country = País
column-editions = Ediciones
column-extent = Alcance de la fuente
column-code = Clave oficial
column-url = Dirección en la web
column-commitment-start = Inicio del compromiso
column-commitment-end = Fin del compromiso
column-owner = Responsable
column-lang = Idioma del texto
column-id = Identificador
column-comments-published = Comentarios publicados
column-former = Direcciones anteriores
column-acknowledged = Hallazgos aceptados
column-extra = Otros datos
guide-sheet = Hoja
guide-column = Columna
guide-purpose = Para qué sirve
guide-words =
    Una fila es una página en un idioma, o uno de sus hitos. «page» y «language» dicen cuál; déjelas como están. Los textos debajo de los datos de una página se quedan en su archivo Markdown.
    Cambie, ordene y filtre como guste; las columnas se pueden mover o borrar: lo que no tiene columna queda como está. Una celda vacía quita el dato.
    Listas: los elementos se separan con «;» o con saltos de línea. Datos dentro de una lista: name: Unidad de Transparencia, role: lead. Un texto con coma o «;» va entre "comillas".
    Las fechas son 2026-01-31, 2026-01 o 2026.
    Una fila nueva es una página nueva, con el nombre que dice «page»: letras sin acentos, dígitos y guiones. Una página sin fila no se borra.
    La última columna dice cómo estaba cada dato cuando se escribió este archivo. Con ella, lo que cambió mientras tanto en las páginas se distingue de lo que cambió usted.
    De regreso al portal: tragaluz import --workbook ARCHIVO
exported = { $rows ->
        [one] Se escribió una fila en { $file }.
       *[other] Se escribieron { $rows } filas en { $file }.
    }
exported-next = Ahora: cámbielo en una hoja de cálculo; después «tragaluz import --workbook { $file }» muestra qué es distinto, y pregunta antes de escribir.
import-difference = { $place } { $fact }: { $before } → { $after } ({ $sheet }, fila { $row })
import-conflict = { $place } { $fact }: { $before } → { $after } ({ $sheet }, fila { $row }). No se escribe: también la página cambió desde que se escribió el libro. Con --force se escribe de todos modos.
import-nothing-there = (nada)
import-milestone = hito { $number }, { $fact }
import-new-page = { $file } es nueva.
import-strange = { $names ->
        [none] { $sheet }: «export» no escribe ninguna hoja con este nombre, así que nada de ella se lee. Se conocen los nombres de los tipos de página, como Compromisos, Hitos, Informes.
       *[other] { $sheet }: las columnas que no son un dato de sus páginas se dejan de lado, y siguen en su archivo: { $names }.
    }
import-missing = { $sheet }: { $count ->
        [one] una fila del portal no está en el archivo; su página queda como está.
       *[other] { $count } filas del portal no están en el archivo; sus páginas quedan como están.
    }
import-newer = { $count ->
        [one] Un dato cambió en su página desde que se escribió el libro, y no en el libro; queda como lo tiene la página.
       *[other] { $count } datos cambiaron en sus páginas desde que se escribió el libro, y no en el libro; quedan como los tienen las páginas.
    }
import-no-fingerprints = Falta la última columna, que dice cómo estaban los datos cuando se escribió el libro: lo que cambió mientras tanto en las páginas no se distingue de lo que cambió en el archivo.
import-same = No hay diferencias. { $file } dice lo que dicen las páginas.
import-asked = ¿Escribir estos cambios en { $files ->
        [one] una página
       *[other] { $files } páginas
    }? [s/N]
import-written = { $files ->
        [one] Se cambió una página.
       *[other] Se cambiaron { $files } páginas.
    } «tragaluz check» dice si todo corresponde.
import-left = No se cambió nada. Con --yes se escriben los cambios de arriba.
import-dry = No se cambió nada: --dry-run solo muestra.
import-refused = No se cambió nada: hay errores, que se dicen aquí.
import-fault = { $sheet }, fila { $row }{ $column ->
        [none] {""}
       *[other] , columna «{ $column }»
    }: { $kind ->
        [no-key] ninguna columna dice de qué página es una fila. Ponga de nuevo la columna «page», con esa palabra como encabezado.
        [twice] la fila de «{ $text }» aparece por segunda vez. Deje una sola.
        [language] el portal no tiene el idioma «{ $text }». Escriba uno de los que lista tragaluz.toml.
        [gone] la página o el hito de «{ $text }» estaba en el portal cuando se escribió el libro, y ya no está. Borre la fila, o créela de nuevo con --force.
        [key] «{ $text }» no puede ser el nombre de una página. Use letras sin acentos, dígitos y guiones, 64 a lo más.
        [title] la página «{ $text }» no tiene título. Escríbalo en la columna «title».
        [no-page] no existe una página «{ $text }» a la que pueda pertenecer esta fila. Escriba el nombre de su archivo, sin carpeta ni terminación.
        [number] «{ $text }» no es el número de un hito. Escriba un número entero, o deje la celda vacía para que tome el siguiente.
        [date] «{ $text }» no es una fecha, o puede ser dos días. Escríbala como 2026-01-31, 2026-01 o 2026.
        [list] «{ $text }» no se puede leer como lista de datos. Escriba cada elemento así: name: valor, name: valor; el siguiente en otra línea.
        [comma] en «{ $text }» una coma divide un texto. Ponga ese texto entre "comillas".
        [refused] esto causaría el error en { $text } que se dice arriba. Corríjalo en el libro.
        [map] «{ $text }» tiene varios elementos, y se espera uno. Ponga un texto con «;» entre "comillas".
       *[hand] { $text } está escrita de una manera que conviene cambiar a mano este dato. Ábrala en un editor.
    }
