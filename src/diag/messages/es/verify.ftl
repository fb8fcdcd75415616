### Hallazgos sobre una copia publicada que se compara con lo que dice de sí misma.

copy-sums-wrong = { $kind ->
        [absent] Aquí no hay una lista de sumas (SHA256SUMS).
        [large] La lista de sumas es más grande que la de cualquier portal.
        [line] Esta línea de la lista no es una suma y un nombre.
        [path] El nombre de esta línea no es de los que publica un portal, o lleva fuera de la copia. No se miró.
        [twice] Esta línea nombra un archivo que una línea anterior ya nombra.
       *[cut] La lista no es la que se publicó con esta copia: se quitaron, agregaron o cambiaron líneas.
    }
    .help = { $kind ->
        [absent] Indique la carpeta que contiene toda la copia. Si es esa, consiga la copia de nuevo: sin su lista no se puede decir nada de ella.
        [large] Consiga la copia de nuevo de quien la publica.
       *[other] Consiga SHA256SUMS de nuevo del sitio de quien publica y compare la copia con esa lista.
    }
    .title = Una copia carece de lista de sumas correcta
    .why = La lista dice de cada archivo lo que tiene que ser. Quien puede cambiarla sin que se note puede cambiar cualquier archivo.
copy-file-changed = Este archivo no es el que dice la lista de sumas: se esperaba { $expected } y se encontró { $found }.
    .help = No confíe en él. Consígalo de nuevo del sitio de quien publica; si allí es el mismo, pregunte a quien publica.
    .title = Un archivo de la copia está alterado
    .why = Una sola cifra cambiada a propósito, o por un disco dañado, vuelve falso un dato que la gente cita.
copy-file-absent = La lista de sumas, o el registro de versiones, nombra este archivo, y no está aquí.
    .help = Consígalo de nuevo del sitio de quien publica, o copie otra vez toda la carpeta.
    .title = Falta un archivo de la copia
    .why = Lo que falta en una copia puede ser lo que su lector buscaría.
copy-file-odd = { $kind ->
        [link] Aquí hay un enlace en lugar de un archivo. No se siguió.
       *[special] Lo que hay aquí no es un archivo.
    }
    .help = Quítelo y consiga el archivo de nuevo del sitio de quien publica.
    .title = La copia contiene algo que no es archivo
    .why = Un portal publica solo archivos y carpetas. Un enlace muestra aquello a lo que lleva, que puede ser de cualquiera.
copy-file-unlisted = La lista de sumas no nombra esto: no es de quien publica.
    .help = Si usted lo puso ahí, todo está bien. Si no, no lo abra.
    .title = La copia tiene un archivo fuera de lista
    .why = Quien pasa una copia puede agregarle algo. Lo agregado se parece al resto, y nadie responde por ello.
copy-unsigned = La lista de sumas no está firmada.
    .help = Compárela con la del sitio de quien publica. Quien publica la firma con «tragaluz sign».
    .title = La lista de sumas no está firmada
    .why = Sin una firma, quien pasa una copia puede cambiar un archivo y su línea en la lista.
copy-signature-wrong = { $kind ->
        [unreadable] Esto no es una firma.
        [key] Esto no es una clave pública.
        [other-key] La lista de sumas está firmada con otra clave que la que debe ser de quien publica.
       *[other-list] La firma no es de esta lista de sumas: una de las dos se cambió.
    }
    .help = { $kind ->
        [other-key] Pregunte a quien publica cuál es su clave, por otra vía que esta copia. Hasta entonces no confíe en la copia.
       *[other] No confíe en la copia. Consígala de nuevo del sitio de quien publica, con su firma.
    }
    .title = La firma de la copia no es correcta
    .why = La firma es lo que nadie más que quien publica puede hacer. Si es falsa, otra persona escribió la lista.
copy-signature-unproven = { $kind ->
        [no-key] La lista de sumas está firmada, pero aquí no hay una clave con la que compararla.
       *[own-key] La firma corresponde a la clave que vino con esta copia. Eso muestra que la copia es coherente, no de quién es: si alguien cambia ambas, no se nota.
    }
    .help = Consiga la clave de quien publica por otra vía (su sitio, una carta, una llamada) e indíquela con --key.
    .title = La firma de la copia no está comprobada
    .why = Una clave que viene con lo que firma responde por sí misma.
copy-ledger-broken = { $kind ->
        [absent] Aquí hay archivos de versiones, y ningún registro que diga qué son.
        [large] El registro de versiones es más grande que el de cualquier portal.
        [long] Esta línea del registro es más larga que cualquier línea de un registro.
        [not-a-release] Esta línea del registro no es una versión.
        [out-of-order] Esta línea del registro no sigue a la anterior: su número no es el siguiente, o su fecha es más temprana.
        [table] Esta línea del registro nombra una tabla que no puede ser: dos veces, con un nombre que lleva a otra parte o con demasiadas columnas.
        [rewrites-nothing] Esta línea del registro de versiones dice que quitó algo de una tabla que ninguna línea anterior tiene con esa suma.
       *[broken-chain] Esta línea del registro no se escribió después de la anterior: una de las dos se cambió, se quitó o se agregó.
    }
    .help = Consiga el registro de nuevo del sitio de quien publica y pregunte a otros que guarden una copia. No confíe en las versiones de este conjunto de datos.
    .title = La copia tiene dañado el registro de versiones
    .why = El registro dice cuál era una cifra, y cuándo y por qué cambió. Cada línea contiene el hash de la anterior, para que se note un cambio del pasado.
copy-version-wrong = { $kind ->
        [damaged] Este archivo de la versión { $version } está dañado: no se puede descomprimir.
        [large] Este archivo de la versión { $version } contiene más de lo que la tabla puede tener.
        [sum] Esto no es «{ $table }» de la versión { $version } como la tiene el registro: se esperaba { $expected } y se encontró { $found }.
        [head] Esto no dice lo que cambió hasta la versión { $version } de «{ $table }» como la tiene el registro.
        [leads] Lo que cambió, según este archivo, no lleva a la versión { $version } de «{ $table }»: se esperaba { $expected }.
        [same] El registro dice que «{ $table }» quedó igual en la versión { $version }, pero sus sumas difieren.
        [unfounded] El registro dice lo que cambió en «{ $table }» en la versión { $version }, pero ninguna versión anterior la tiene.
       *[unknown] El registro no conoce ninguna versión con este archivo.
    }
    .help = Consiga el archivo de nuevo del sitio de quien publica, y también el registro (releases.jsonl junto al conjunto de datos). No confíe en las versiones de este conjunto hasta que coincidan.
    .title = Una versión de la copia contradice el registro
    .why = Las versiones anteriores responden qué fue de una cifra. Una que no es lo que dice su registro responde mal.
copy-newest-differs = La tabla que se ofrece ahora no es la de la versión más reciente, la { $version } del { $date }: se esperaba { $expected } y se encontró { $found }.
    .help = Quien publica pudo cambiar los datos desde entonces sin una versión nueva: cite la versión, o pregunte a quien publica.
    .title = La copia no ofrece la versión más reciente
    .why = Entre dos versiones nadie puede mostrar después lo que se publicó, y una cifra de entonces no se vuelve a encontrar.
