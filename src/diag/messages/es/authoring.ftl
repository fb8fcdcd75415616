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
