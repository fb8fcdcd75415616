### Hallazgos sobre datos personales.

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
personal-data = { $part ->
    [cells] La columna «{ $name }» contiene datos personales ({ personal-kind }) en { $count ->
            [one] una celda
           *[other] { $count } celdas
        }.
    [header] Los nombres de las columnas contienen datos personales ({ personal-kind }).
    [notes] Lo que está encima o debajo de la tabla contiene datos personales ({ personal-kind }): { $count }.
    [file-name] El nombre de este archivo, o el de su carpeta, contiene datos personales ({ personal-kind }).
    [picture] Lo que una cámara o un programa escribió en esta imagen contiene datos personales ({ personal-kind }): { $count } ({ $within }). El portal la publica sin ellos.
    [document] Este documento contiene datos personales ({ personal-kind }): { $count } ({ $within }).
   *[text] Este archivo contiene datos personales ({ personal-kind }): { $count }, en { $count ->
            [one] la línea
           *[other] las líneas
        } { $lines }.
}
    .help = { $part ->
        [picture] Para el portal no hace falta nada. Quien pase el original los pasa con él.
        [file-name] Cambie el nombre del archivo o de la carpeta.
       *[other] Quítelos; `tragaluz redact` hace una copia de un archivo con ellos tapados. El contacto propio de una oficina se declara en tragaluz.toml, en [contact] o [feedback], o como declared en [privacy]. Lo que su oficina ha decidido publicar necesita una exención: complete estas líneas en los datos de la página o de dataset.md, o en tragaluz.toml si el archivo no tiene página.
    }
    .title = Un archivo contiene datos personales
    .why = A quien se nombra se le puede buscar, escribir o suplantar, y lo que se publicó una vez ya no se recoge. El dato mismo no se muestra en ninguna parte. Salvo en imágenes, que se publican sin él, nada se publica hasta que se quite, se declare o se exente.
personal-data-in-versions = Versiones anteriores de «{ $dataset }» contienen datos personales ({ personal-kind }) en la columna «{ $name }» de { $table }: { $versions }. Ya ninguna exención los cubre.
    .help = Quítelos de todas las versiones, cuando los datos ya no los tengan: tragaluz release { $dataset } --reason takedown --column "{ $name }" --as-of HOY --note "Por qué". Con --where COLUMNA=VALOR son solo algunas filas. Si pueden seguir siendo públicos, necesitan una exención; complete estas líneas en dataset.md.
    .title = Versiones anteriores contienen datos personales
    .why = Una columna que se quita de los datos sigue en cada versión que la tuvo, y las versiones siguen publicadas en sus direcciones. Lo que permitía una exención termina con ella, en todas.
personal-data-likely = { $part ->
    [cells] La columna «{ $name }» parece contener datos personales ({ personal-kind }) en { $count ->
            [one] una celda
           *[other] { $count } celdas
        }.
    [header] Los nombres de las columnas parecen contener datos personales ({ personal-kind }).
    [notes] Lo que está encima o debajo de la tabla parece contener datos personales ({ personal-kind }): { $count }.
    [file-name] El nombre de este archivo, o el de su carpeta, parece contener datos personales ({ personal-kind }).
    [picture] Lo que una cámara o un programa escribió en esta imagen parece contener datos personales ({ personal-kind }): { $count } ({ $within }). El portal la publica sin ellos.
    [document] Este documento parece contener datos personales ({ personal-kind }): { $count } ({ $within }).
   *[text] Este archivo parece contener datos personales ({ personal-kind }): { $count }, en { $count ->
            [one] la línea
           *[other] las líneas
        } { $lines }.
}
    .help = { $part ->
        [picture] Para el portal no hace falta nada. Quien pase el original los pasa con él.
        [file-name] Si es así, cambie el nombre del archivo o de la carpeta.
       *[other] Si son de una persona particular, quítelos. Si no lo son, o pueden publicarse, complete estas líneas en los datos de la página o de dataset.md (en tragaluz.toml si el archivo no tiene página): el sitio los enumera con su motivo.
    }
    .title = Un archivo parece contener datos personales
    .why = Otras cosas tienen el mismo aspecto, por eso esto no detiene la publicación. Conviene que alguien de la oficina mire cada una alguna vez.
# A place in a document. $detail is its number or name, and may be empty.
personal-place = { $part ->
    [body] el texto
    [page] página { $detail }
    [line] línea { $detail }
    [member] la parte { $detail }
    [hidden] oculto: { $detail }
    [deleted] palabras borradas
    [earlier] un estado anterior del archivo
    [comment] un comentario
    [field] un campo de un formulario
    [outline] el índice
    [alternative] las palabras de una imagen
    [link] un enlace
    [property] la propiedad { $detail }
    [tag] la etiqueta { $detail }
    [name] el nombre de un archivo que está dentro
   *[other] { $part }
}
personal-unseen = No todo este documento pudo revisarse en busca de datos personales: { $why ->
    [format] está hecho en un formato que este programa no lee
    [encrypted] está cerrado con contraseña
    [damaged] una parte está dañada
    [pictures] hay páginas que son imágenes de texto
    [letters] hay letras de una fuente que no dicen cuáles son
   *[limit] excede el límite { $setting } ({ $most })
} ({ $count }).
    .help = Lea lo que el programa no puede: propiedades, comentarios, páginas escaneadas. Mejor es un documento con su texto como texto.{ $setting ->
        [none] { "" }
       *[other] {" "}Si el documento está bien como está, suba el límite: escriba { $setting } con un número mayor debajo de [limits] en tragaluz.toml.
    }
    .title = La búsqueda de datos personales queda incompleta
    .why = Lo que nadie revisó puede nombrar a alguien.
personal-gate-off = Este portal se publica sin buscar datos personales.
    .help = Quite esta línea. Lo que puede publicarse se dice mejor caso por caso, con exenciones.
    .title = La búsqueda de datos personales está desactivada
    .why = Quien publica responde por las personas que están en los datos. El sitio dice que nadie los buscó, y por qué.
personal-waiver-lapsed = Esta exención ({ $kinds }) valía hasta { $until }, y sus datos siguen en el portal.
    .help = Pida a la oficina que la dio que decida de nuevo, y escriba el nuevo día; o quite los datos.
    .title = Está vencida una exención de datos personales
    .why = Un motivo para publicar lo que toca a alguien no vale para siempre. Desde ese día los datos vuelven a detener la publicación.
personal-waiver-lapsing = Esta exención ({ $kinds }) vence el { $until }: { $days ->
        [0] hoy
        [one] mañana
       *[other] en { $days } días
    }.
    .help = Pregunte a la oficina que la dio si todavía vale, y escriba el nuevo día.
    .title = Pronto vence una exención de datos personales
    .why = Después de ese día sus datos detienen la publicación.
personal-waiver-in-vain = No se encontró nada de lo que trata esta exención ({ $kinds }).
    .help = Quítela, o corrija kind, file o columns.
    .title = Una exención de datos personales no cubre nada
    .why = Una exención que ya no hace falta dejaría pasar el próximo dato de su clase, que nadie ha mirado.
personal-waiver-by-person = «by» debe nombrar una oficina o un cargo, como «Unidad de Transparencia»; esta exención ({ $kinds }) no deja pasar nada.
    .help = Escriba qué oficina o cargo lo decidió, como el sitio lo mostrará; nunca el nombre de alguien.
    .title = Una exención no nombra oficina ni cargo
    .why = El sitio enumera cada exención. Responde por ella una oficina; un nombre sería una persona más que se publica.
paste-ground = public-official, consented, published-by-law, office-contact, not-personal, fictitious o historical
paste-reason = por qué, en sus propias palabras; el sitio las muestra
paste-by = la oficina o el cargo que decide, nunca el nombre de una persona
paste-until = el último día en que vale, como 2027-06-30
