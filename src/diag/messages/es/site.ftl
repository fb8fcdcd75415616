### Hallazgos sobre el sitio que se genera.

no-base-url = El portal no dice dónde se publicará.
    .help = Agregue base_url = "https://…/" bajo [portal] en tragaluz.toml.
    .title = No se indica la dirección del portal
    .why = El mapa del sitio, los canales de novedades y los catálogos que otros portales recolectan llevan direcciones completas; sin ella no se generan.
address-taken = Dos cosas piden la dirección { $path }: { $holder ->
        [program] un archivo que tragaluz mismo hace
        [output] { $first } en la carpeta de salida, que tragaluz no hizo
       *[file] { $first }
    } y { $claimant ->
        [program] un archivo que tragaluz mismo hace
        [output] { $second } en la carpeta de salida, que tragaluz no hizo
       *[file] { $second }
    }.
    .help = { $holder ->
        [program] { $claimant ->
            [program] Dé otro id: a una de las páginas o conjuntos de datos de que se hacen.
           *[file] Dé a { $second } otro nombre u otra carpeta: tragaluz necesita esta dirección.
        }
        [output] Saque { $first } de la carpeta de salida, o dé { $claimant ->
            [file] a { $second } otro nombre
           *[program] otro nombre a ese archivo
        }.
       *[file] { $claimant ->
            [program] Dé a { $first } otro nombre u otra carpeta: tragaluz necesita esta dirección.
            [output] Saque { $second } de la carpeta de salida, o dé a { $first } otro nombre.
           *[file] Dé a uno de los dos otro nombre, id o carpeta. Las mayúsculas y minúsculas, y las dos formas de escribir una letra con acento, no distinguen direcciones.
        }
    }
    .title = Dos cosas piden la misma dirección
    .why = Solo podría publicarse una de las dos, y la otra se perdería.
output-kept = En { $out } hay algo que tragaluz no hizo: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }y { $more } más
}.
    .help = Queda donde está, en cada generación, y se publica con el sitio. Esto se dice una sola vez.
    .title = En la carpeta de salida quedan archivos ajenos
    .why = Lo que las personas ponen en la carpeta de salida (un CNAME, una carpeta .git, archivos que pide un servidor) es suyo y nunca se borra.
output-altered = { $count ->
    [one] { $names } en { $out } cambió desde que tragaluz lo hizo
   *[other] { $count } archivos en { $out } cambiaron desde que tragaluz los hizo: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }y { $more } más
    }
}.
    .help = Al generar, estos archivos se hacen de nuevo y lo cambiado en ellos se pierde. Haga el cambio en content/, data/ o themes/.
    .title = Un archivo generado cambió después
    .why = Cada generación reemplaza los archivos que hizo la anterior: un cambio hecho a mano en la salida no dura, y uno que nadie hizo a propósito es señal de daño.
output-unreadable = Los archivos nuevos se hacen con el modo { $file } y las carpetas nuevas con { $folder }: un servidor web que corre con otro usuario no puede leer el sitio.
    .help = Se debe a la umask { $umask }, los permisos que esta computadora da a los archivos nuevos. Escriba «umask 022» en la misma terminal antes de generar.
    .title = Otros usuarios no pueden leer el sitio generado
    .why = Los lectores recibirían «403 Forbidden» de un sitio que a quien lo publica le parece completo.
output-left = El sitio está publicado, pero { $count ->
    [one] una parte del anterior no se pudo borrar
   *[other] { $count } partes del anterior no se pudieron borrar
} de { $folder }{ $first ->
    [none] { "" }
   *[other] { " " }({ $first })
}: { io-cause }.
    .help = Mire lo que contiene y borre la carpeta cuando no necesite nada de ella. La próxima generación lo intenta otra vez.
    .title = Quedan partes del sitio anterior
    .why = Nada del sitio publicado depende de ella; solo ocupa espacio.
file-too-large-for-hosts = { $path } tiene { $megabytes } MB. GitHub no admite archivos de más de 100 MB, y otros servidores comunes admiten menos.
    .help = Divida la tabla (por año, por región), quite formatos en [formats] downloads de tragaluz.toml o publique en un servidor propio.
    .title = Un archivo es demasiado grande para servidores comunes
    .why = El servidor rechaza todo el envío por un solo archivo.
site-too-large-for-hosts = El sitio tiene { $megabytes } MB. GitHub Pages no publica sitios de más de 1 GB.
    .help = Quite formatos en [formats] downloads y ediciones en [editions] make de tragaluz.toml, o publique en un servidor propio.
    .title = El sitio es demasiado grande para GitHub Pages
    .why = El servidor rechaza el sitio o deja de servirlo.
address-lost = { $count ->
    [one] La dirección { $paths } se publicó, y este sitio ya no la tiene.
   *[other] Se publicaron { $count } direcciones que este sitio ya no tiene: { $paths }.
}
    .help = Si solo cambió el nombre de una carpeta o de un archivo, escriba id: con el anterior entre sus datos, y no se pierde nada. Si otra página tomó su lugar, nombre allí la dirección anterior bajo former:. Para renunciar a direcciones sueltas, genere el sitio con tragaluz build --let-go DIRECCIÓN, o con --let-go CARPETA/ para todas las de una carpeta; --accept-addresses renuncia a todas estas. addresses.txt lista lo publicado.
    .title = Se perdería una dirección publicada
    .why = Los enlaces, las citas y los portales que recolectan datos que usan la dirección no llevarían a ninguna parte.
address-moved = { $count ->
    [one] La dirección publicada { $address } mostraría otros datos: hasta ahora { $before }; desde ahora { $now }.
   *[other] { $count } direcciones publicadas mostrarían otros datos: { $paths }. { $address } muestra hasta ahora { $before }; desde ahora { $now }.
}
    .help = Llegó o se fue un archivo o una hoja de al lado, y por eso los nombres se corrieron. Dé a cada tabla un nombre propio que no dependa de las demás: en dataset.md, bajo resources:, con name: y path:, y para una hoja dialect: con sheetName:. Si una dirección debe mostrar los otros datos, genere el sitio con tragaluz build --let-go DIRECCIÓN.
    .title = Una dirección publicada mostraría otros datos
    .why = Quien cita o descarga la dirección recibiría otros datos sin que nadie se lo dijera.
identifier-shared = El identificador «{ $id }» ya es el del conjunto de datos { $other }.
    .help = Dé a cada conjunto un identificador propio (identifier: en dataset.md, id en datapackage.json) o quítelo de uno de los dos. Mientras tanto, los catálogos llaman a este { $own }.
    .title = Dos conjuntos comparten identificador en catálogos
    .why = Los portales que recolectan datos toman por uno solo dos conjuntos con un mismo identificador, y algunos se detienen en el segundo.
term-redirected = { $count ->
    [one] Una página de un nombre que ya no se usa lleva a otra: { $paths }.
   *[other] { $count } páginas de nombres que ya no se usan llevan a otras: { $paths }.
}
    .help = No hace falta hacer nada. Si alguna debe llevar a otro lugar, escriba una página del término que tomó su lugar, como content/institutions/nombre.md, y nombre allí la dirección anterior bajo former:.
    .title = Un nombre en desuso lleva a otra página
    .why = La página publicada de una institución o de un tema conserva su dirección cuando su nombre se corrige o deja de usarse: lleva al nombre corregido si se puede saber cuál es, y si no, a la lista completa.
security-expired = La dirección para avisar de vulnerabilidades era válida hasta el { $date }, y hoy es { $today }.
    .help = Compruebe que alguien la atiende todavía y ponga en expires, bajo [security] en tragaluz.toml, un día dentro del próximo año.
    .title = Está vencida la dirección para avisar de vulnerabilidades
    .why = Programas y personas no hacen caso de un security.txt vencido, y la vulnerabilidad que encuentren no se avisa.
engine-fault = { $fault ->
        [absent] no está
        [argument] a un filtro o a una función le falta un argumento, o le sobra
        [block] un bloque está donde no puede ir, está dos veces o no está en ninguna plantilla de arriba
        [deep] unas plantillas contienen a otras demasiadas veces, o en círculo
        [encoding] no es texto en UTF-8
        [engine] no hay tal motor; los que hay son minijinja y tera
        [field] le falta una línea, o tiene una que no se conoce
        [filter] no hay tal filtro
        [function] no hay tal función
        [page] la página llega a más de { $named } MiB. Si está bien como está, suba el límite: escriba page_mib con un número mayor debajo de [limits] en tragaluz.toml
        [steps] la página toma más de { $named } pasos: casi siempre un ciclo dentro de otro, o una plantilla que se llama a sí misma. Si está bien como está, suba el límite: escriba template_steps con un número mayor debajo de [limits] en tragaluz.toml
        [syntax] una etiqueta no se cierra, o está escrita de un modo que el motor no conoce
        [template] no está una plantilla que nombra
        [test] no hay tal prueba
        [type] se hace con un valor algo que no se puede hacer con él
        [value] no hay tal valor
        [words] la línea { $line } no es un mensaje como los de Fluent
       *[other] rompe las reglas de su notación
    }{ $named ->
        [none] { "" }
       *[other] { " " }({ $named })
    }
template-failed = { $kind ->
        [value] El tema lee «{ $name }», que { $path } no tiene.
        [block] El tema llena un bloque «{ $name }» que ninguna plantilla por encima de { $path } tiene, de modo que no se mostraría en ninguna parte.
       *[other] El tema no pudo hacer { $path }: en { $where }, { engine-fault }.
    }
    .help = { $near ->
        [none] Corrija la plantilla que se nombra. Si es una de las incluidas, por favor avísenos.
       *[other] ¿Quiso decir «{ $near }»?
    }
    .title = El tema no puede hacer una página
    .why = Una página que no se puede hacer faltaría en el sitio.
theme-file-unused = Con este archivo no se hace ninguna página{ $near ->
        [none] .
       *[other] ; { $near } es uno con el que sí se hacen.
    }
    .help = Dele el nombre de un archivo del tema, nómbrelo en una plantilla, o quítelo. «tragaluz theme copy» muestra cuáles hay.
    .title = Un archivo del tema no hace ninguna página
    .why = Lo que se cambió en un archivo así no se ve en ninguna parte, y parece que sí.
template-absent = El tema no tiene una plantilla { $name }.
    .help = { $near ->
        [none] Póngala en el portal, como themes/NOMBRE/templates/{ $name }, o quite esta línea: entonces la página se hace como las demás de su clase.
       *[other] ¿Quiso decir { $near }? Si no, póngala en el portal, como themes/NOMBRE/templates/{ $name }.
    }
    .title = Falta la plantilla de una página
    .why = Una página que nombra su plantilla debe verse como ninguna otra, y no se vería así.
theme-absent = No existe el tema «{ $name }».
    .help = Los temas disponibles son: { $known }.
    .title = El tema elegido no existe
    .why = El tema decide cómo se ve cada página.
link-broken = { $page } enlaza a { $target }, que no está en el sitio{ $more ->
    [0] { "." }
    [one] ; otra página también.
   *[other] ; otras { $more } páginas también.
}
    .help = { $kind ->
        [web] Escriba https:// delante, pues es la dirección de otro sitio.
       *[site] Corrija el enlace donde está el texto. Los enlaces a otras páginas nombran su archivo .md o su dirección.
    }
    .title = Un enlace lleva a algo que no existe
    .why = Quien lo siga no encontrará nada.
outside-gone = En { $url } ya no hay nada: su servidor responde { $said }.
    .help = Busque dónde está ahora y nombre esa dirección; si desapareció, nombre una copia que conserve un archivo de la web, como web.archive.org, o quite el enlace.
    .title = Una dirección ajena ya no existe
    .why = Quien la siga no encontrará nada, y lo que debía probar queda sin prueba. Solo se busca con --links.
outside-silent = Ningún servidor responde por { $url } ({ $said }).
    .help = Ábrala en un navegador. Si se abre, el servidor o esta red fallan a veces: pregunte de nuevo mañana. Si no se abre, corrija la dirección o quite el enlace.
    .title = Una dirección ajena no responde
    .why = Así se ve un nombre de servidor mal escrito, y también una oficina que cerró con su sitio. Solo se busca con --links.
outside-moved = { $url } se mudó para siempre a { $said }
    .help = Nombre la dirección nueva: la vieja solo lleva a ella por un tiempo.
    .title = Una dirección ajena se mudó
    .why = Quien mudó una página puede dejar de llevar a los lectores a la nueva. Solo se busca con --links.
outside-unclear = No se pudo saber si hay algo en { $url }: { $said }
    .help = Ábrala en un navegador. Algunos servidores solo responden a personas, o piden contraseña; entonces no hay nada mal.
    .title = De una dirección ajena no se pudo saber nada
    .why = Un número es lo que respondió el servidor: 401 y 403 piden contraseña, 429 y 503 piden que se les deje en paz por ahora, y desde 500 algo anda mal allá. Solo se busca con --links.
link-to-own-computer = { $target } está en su propia computadora o red, donde nadie más puede abrirlo.
    .help = Ponga el archivo en content/, junto a la página, o en data/, y enlácelo por su nombre desde ahí.
    .title = Un enlace lleva a su propia computadora
    .why = Quien siga el enlace no encontrará nada, y sabrá cómo se llaman sus carpetas.
link-scheme-unknown = Este enlace se muestra como palabras sin enlace: { $scheme ->
        [figure] las cifras se toman de los datos en textos y gráficas, no aquí, de modo que { $target } ni se comprueba ni se completa
        [ftp] los navegadores ya no abren direcciones que empiezan por «ftp:», como { $target }
        [javascript] { $target } ejecutaría un programa
       *[other] las páginas no enlazan a direcciones que empiezan por «{ $scheme }:», como { $target }
    }.
    .help = { $near ->
        [none] Dé una dirección que empiece por https:, http:, mailto:, tel:, sms: o geo:, o el nombre de una página o un archivo de este portal; o deje solo las palabras.
       *[other] ¿Quiso decir «{ $near }:»?
    }
    .title = Un enlace usa una dirección no admitida
    .why = Quien lee toma las palabras por un enlace que no funciona, y se pierde adónde debía llevar.
link-with-blanks = Estas palabras se muestran tal cual: la dirección «{ $target }» tiene un espacio, y por eso no se lee como { $kind ->
        [image] imagen
       *[link] enlace
    }.
    .help = Escriba la dirección entre < y >: (<{ $target }>).
    .title = La dirección de un enlace tiene un espacio
    .why = En Markdown una dirección termina en el espacio, y quien lee ve corchetes y el nombre de un archivo.
link-to-folder = { $page } enlaza a la carpeta { $target }{ $more ->
    [0] { "." }
    [one] ; otra página también.
   *[other] ; otras { $more } páginas también.
}
    .help = Nombre el archivo: { $target } pasa a ser { $file }.
    .title = Un enlace lleva a una carpeta
    .why = En un disco, una memoria USB o un archivo comprimido, una carpeta se abre como lista de archivos y no como página.
link-absolute = { $page } enlaza a { $target }, que parte de la raíz del servidor{ $more ->
    [0] { "." }
    [one] ; otra página también.
   *[other] ; otras { $more } páginas también.
}
    .help = Escriba el enlace desde la página en que está: el nombre del archivo .md, o la ruta con ../ para subir una carpeta, como ../datasets/index.html.
    .title = Un enlace parte de la raíz del servidor
    .why = El sitio no podría estar en una subcarpeta ni leerse desde un disco.
link-fragment-broken = { $page } enlaza a { $target }, y en esa página no existe tal lugar{ $more ->
    [0] { "." }
    [one] ; otra página también.
   *[other] ; otras { $more } páginas también.
}
    .help = { $near ->
        [none] { $places ->
            [none] En esa página no hay nada a lo que un enlace pueda llevar. Quite la parte que sigue a #.
           *[other] Corrija la parte que sigue a #. Los lugares de esa página son: { $places }.
        }
       *[other] ¿Quiso decir #{ $near }?
    }
    .title = El lugar enlazado no está en la página
    .why = Quien lo siga llegará al principio de la página.
other-host = { $page } carga { $target } de otro servidor{ $more ->
    [0] { "." }
    [one] ; otra página también.
   *[other] ; otras { $more } páginas también.
}
    .help = Guarde el archivo en el portal o conviértalo en un enlace.
    .title = Una página carga algo de otro servidor
    .why = Lo que viene de fuera cuesta a los lectores tiempo y privacidad, y falta sin conexión.
forbidden-markup = { $page } tiene { $kind ->
        [script] un programa que no es el de la búsqueda ({ $what })
        [handler] el atributo { $what }, que ejecutaría un programa
        [frame] un marco ({ $what })
        [object] un objeto incrustado ({ $what })
        [address] la dirección { $what }, que ejecutaría un programa
        [refresh] un elemento meta que lleva a otra página por sí solo ({ $what })
        [base] un elemento base ({ $what }), con el que todos los enlaces llevan a otra parte
       *[form] un formulario que se envía a otro servidor ({ $what })
    }{ $more ->
    [0] { "." }
    [one] ; otra página también.
   *[other] ; otras { $more } páginas también.
}
    .help = Quite del tema el elemento { $element }, o lo que tenga de esto. { $kind ->
        [form] Un formulario puede enviarse al propio servidor del portal, o como correo (mailto:).
       *[other] Los estilos, las imágenes y los enlaces pueden quedarse.
    }
    .title = Una página contiene un elemento prohibido
    .why = Una página debe leerse sin programas, también desde un disco, y no avisa a nadie más quién la lee.
repeated-anchor = { $page } usa dos veces el id «{ $id }».
    .help = Dé a uno de los dos otro id u otro encabezado.
    .title = Una página usa dos veces un id
    .why = Un enlace a él solo puede llegar al primero.
budget-too-large = El límite de { $bytes } bytes que tragaluz.toml da a { $page } rebasa los { $limit } que puede pesar cualquier página.
    .help = Redúzcalo bajo [budgets] en tragaluz.toml, o divida la página.
    .title = El límite dado a una página es excesivo
    .why = Lo que pasa de 14,336 bytes no llega con la primera respuesta del servidor, y todos los lectores esperan.
page-too-heavy = { $page } pesa { $bytes } bytes comprimida; las de su clase ({ $kind }) pueden pesar { $limit }.
    .help = Acorte o divida la página, o escriba en tragaluz.toml [budgets."{ $page }"] con bytes (14336 como máximo) y reason.
    .title = Una página pesa demasiado
    .why = Con una conexión lenta, toda página debe poder leerse en menos de dos segundos.
page-nearly-too-heavy = { $page } pesa { $bytes } bytes comprimida, cerca de los { $limit } que pueden pesar las de su clase ({ $kind }).
    .help = Acórtela o divídala antes de que crezca más.
    .title = Una página casi pesa demasiado
    .why = Con una conexión lenta, toda página debe poder leerse en menos de dos segundos.
text-edition-heavy = La edición en texto simple { $page } pesa { $bytes } bytes comprimida, más que los { $limit } que son ligeros para cualquiera.
    .help = No hace falta hacer nada; una página dividida tiene dos más ligeras. Para decir que así debe ser, escriba en tragaluz.toml [budgets."{ $page }"] con bytes y reason, o [budgets.text] para todas las ediciones en texto simple; vale cualquier número.
    .title = Una edición en texto simple pesa mucho
    .why = El texto simple es para quienes tienen las conexiones más lentas. Puede leerse mientras llega, así que no impide publicar ningún sitio.
facets-left-out = Solo las { $shown } listas más grandes tienen página; { $left } no la tienen.
    .help = No hay nada que corregir. Todo se encuentra también en el índice A–Z, en la búsqueda y en la página de cada institución, tema o conjunto de datos.
    .title = Las listas más pequeñas no tienen página
    .why = Las listas ya cortadas por un dato o por dos son muchas más de las que alguien lee; por eso hay un límite, y las páginas lo dicen.
metadata-missing = Al conjunto de datos «{ $title }» ({ $dataset }) le falta { $field ->
    [summary] la descripción. Los catálogos según DCAT-US 1.1 y DCAT-AP la exigen, así que queda fuera de data.json y data.europa.eu no lo ve
    [publisher] quién lo publica. Los catálogos según DCAT-US 1.1 y DCAT-AP lo exigen, así que queda fuera de data.json, y data.europa.eu le quita 10 de sus 405 puntos
    [contact] un contacto con nombre y correo electrónico. Los catálogos según DCAT-US 1.1 lo exigen, así que queda fuera de data.json; sin ningún contacto data.europa.eu le quita 20 de sus 405 puntos
    [keywords] alguna palabra clave. Los catálogos según DCAT-US 1.1 exigen al menos una, así que queda fuera de data.json, y data.europa.eu le quita 30 de sus 405 puntos
    [modified] la fecha del último cambio. Los catálogos según DCAT-US 1.1 la exigen, así que queda fuera de data.json, y data.europa.eu le quita 5 de sus 405 puntos
    [licenses] una licencia con dirección web. Nadie puede reutilizarlo con certeza, y data.europa.eu le quita 30 de sus 405 puntos
    [theme] el tema. Los catálogos no pueden clasificarlo, y data.europa.eu le quita 30 de sus 405 puntos
    [frequency] la frecuencia de actualización. Ni lectores ni portales que recolectan datos pueden saber cuándo volver
    [issued] la fecha de primera publicación. data.europa.eu le quita 5 de sus 405 puntos
    [spatial] la zona que abarca. No se encuentra por lugar, y data.europa.eu le quita 20 de sus 405 puntos
    [temporal] el tiempo que abarca. No se encuentra por época, y data.europa.eu le quita 20 de sus 405 puntos
    [file] un archivo que se pueda bajar de aquí. data.europa.eu le quita { $points } de sus 405 puntos
    [format] un archivo en un formato abierto que lean los programas. data.europa.eu le quita { $points } de sus 405 puntos
    [licence-title] el nombre de su licencia en palabras. data.europa.eu le quita { $points } de sus 405 puntos
   *[other] { $field }
}.
    .help = { $field ->
    [summary] Agregue summary: con una o dos frases a su dataset.md.
    [publisher] Agregue publisher: con un nombre a su dataset.md, o para todos los conjuntos bajo [publisher] en tragaluz.toml.
    [contact] Agregue contact: con name y email de una oficina a su dataset.md, o para todos los conjuntos bajo [contact] en tragaluz.toml.
    [keywords] Agregue keywords: con una lista de palabras a su dataset.md.
    [modified] Agregue modified: con una fecha como 2024-05-31 a su dataset.md.
    [licenses] Agregue licenses: con el nombre de una licencia conocida, como CC-BY-4.0, o con su path, a su dataset.md, o para todos los conjuntos bajo [licence] en tragaluz.toml.
    [theme] Agregue theme: con un código de los temas de datos de la UE, como GOVE, a su dataset.md.
    [frequency] Agregue frequency: con una palabra como annual, monthly o irreg a su dataset.md.
    [issued] Agregue issued: con una fecha a su dataset.md.
    [spatial] Agregue spatial: con el nombre y el código del lugar a su dataset.md.
    [temporal] Agregue temporal: con la primera y la última fecha que abarca a su dataset.md.
    [file] Ponga los datos como archivo en su carpeta.
    [format] Ponga los datos como CSV u hoja de cálculo en su carpeta: de ahí se hacen todos los formatos abiertos.
    [licence-title] Agregue title: junto al path de la licencia.
   *[other] Agregue { $field }: a su dataset.md.
}
    .title = A un conjunto le falta un dato descriptivo
    .why = Los programas encuentran y copian los conjuntos de datos por estos datos; rechazan el registro al que le falta uno obligatorio.
dataset-undescribed = De los datos en { $folder } no se dice más que su nombre: { $count ->
    [one] falta un dato que piden
   *[other] faltan { $count } datos que piden
} lectores y portales que recolectan datos, así que quedan fuera de data.json.
    .help = { $move ->
        [no] «tragaluz add { $folder }» lo escribe. O guarde lo de abajo como { $file }, complete lo que sepa y quite las líneas que no. Debajo del último --- puede seguir un texto para personas.
       *[yes] Haga la carpeta { $home }, ponga en ella el archivo y guarde lo de abajo a su lado como { $file }. Complete lo que sepa y quite las líneas que no.
    }
    .title = De un conjunto solo se dice el nombre
    .why = Por estos datos los programas encuentran y copian los conjuntos, y las personas ven si son lo que necesitan.
columns-undescribed = { $count ->
    [one] Una de las { $all } columnas de «{ $title }» no tiene descripción: { $names }
   *[other] { $count } de las { $all } columnas de «{ $title }» no tienen descripción: { $names }
}{ $more ->
    [0] .
   *[other] , y { $more } más.
}
    .help = En su dataset.md, bajo resources, schema y fields, escriba por cada columna: - name: { $first }, y en la línea siguiente description: con lo que dice y en qué unidad.
    .title = Hay columnas sin descripción
    .why = Lo que significa una columna sin descripción se adivina, y con eso se hacen cifras.
language-unused = El portal anuncia el idioma «{ $lang }» y no hay nada escrito en él{ $count ->
    [one] : su única página no tiene traducción.
   *[other] : ninguna de sus { $count } páginas y conjuntos de datos tiene traducción.
}
    .help = Traduzca lo más importante, en un archivo a su lado como { $file }, o quite «{ $lang }» de languages en tragaluz.toml.
    .title = No hay nada escrito en un idioma anunciado
    .why = Quien elige ese idioma recibe los menús en él y las páginas en otro.
catalog-too-large = { $file } tiene { $bytes } bytes. { $refused ->
    [ckan] El recolector de CKAN acepta a lo más 50 MB, y el validador de data.gov 10 MB
   *[other] El validador de data.gov acepta a lo más 10 MB
}.
    .help = Este catálogo no se puede dividir en varios archivos: ofrezca menos formatos bajo [formats] en tragaluz.toml, o divida el portal. CKAN y data.europa.eu toman catalog.rdf, que sigue en otros archivos.
    .title = Un catálogo es demasiado grande
    .why = Los portales que recolectan datos rechazan un archivo demasiado grande y, con él, todos sus conjuntos de datos.
licence-unknown = La licencia «{ $licence }» no está en la tabla de licencias de la UE, así que data.europa.eu quita 10 de los 405 puntos { $count ->
    [one] al conjunto { $dataset }
   *[other] a { $count } conjuntos, el primero { $dataset }
}.
    .help = Si los datos pueden darse también con una licencia de esa tabla, como CC-BY-4.0 o CC0-1.0, nómbrela en licenses. Si no, déjela: una licencia que se dice y es cierta vale más que los puntos.
    .title = Una licencia no está en la tabla europea
    .why = Los programas saben qué pueden hacer con los datos por las licencias que conocen.
message-absent = El tema no tiene palabras para «{ $id }» en «{ $lang }».
    .help = Agregue a i18n/{ $lang }.ftl del tema la línea { $id } = y las palabras.
    .title = Al tema le faltan palabras de un mensaje
    .why = En lugar de palabras se muestra el nombre del mensaje.
raw-html-dropped = Aquí se dejó fuera HTML que podría ejecutar un programa o cargar algo.
    .help = Escríbalo en Markdown, que tiene tablas, listas, enlaces e imágenes; si era solo adorno, bórrelo.
    .title = Se omite HTML inseguro de un texto
    .why = Así puede publicarse texto de cualquier origen sin temor a que ataque a los lectores.
theme-malformed = No se puede leer un archivo del tema: { engine-fault }.
    .help = Corrija el archivo en el lugar indicado.
    .title = Un archivo del tema no se puede leer
    .why = Un tema leído a medias mostraría páginas sin palabras.
theme-too-new = El tema «{ $name }» está hecho para un tragaluz más nuevo.
    .help = Use un tragaluz más nuevo o una edición anterior del tema.
    .title = El tema requiere un tragaluz más nuevo
    .why = Sus plantillas leen datos que este tragaluz no entrega.
card-without-letters = No se puede dibujar la tarjeta de { $path }: su título tiene { $letters }, que la letra de las tarjetas no tiene.
    .help = No hace falta hacer nada: los enlaces a esta página llevan la tarjeta de la portada.
    .title = La tarjeta de una página no se dibuja
    .why = La letra de las tarjetas tiene los caracteres de las escrituras latina, griega y cirílica.
language-without-words = El tema no tiene palabras en «{ $lang }».
    .help = Haga un archivo i18n/{ $lang }.ftl en la carpeta del tema, dentro de themes/ en el portal, con una línea por cada mensaje: su nombre, = y las palabras. Luego el hallazgo message-absent nombra los que todavía faltan.
    .title = El tema no tiene palabras en un idioma
    .why = Los encabezados y rótulos de estas páginas aparecen en el idioma principal del portal, y así lo dicen a los lectores de pantalla.
chart-unreadable = Este bloque no se puede leer: { $cause ->
        [repeated] «{ $detail }» aparece dos veces
        [large] contiene más de { $detail } valores o niveles
       *[syntax] { facts-cause }
    }.
    .help = { $cause ->
        [repeated] Deje solo uno de los dos.
        [large] Acórtelo: un bloque dice qué tabla se dibuja y cómo.
       *[syntax] { facts-cause.help } Cada línea es un nombre, dos puntos y un valor, por ejemplo data: presupuesto/gasto.
    }
    .title = Un bloque de gráfica no se puede leer
    .why = Un bloque que no se entiende no se puede dibujar.
chart-data-absent = No existe la tabla «{ $data }»{ $near ->
    [none] .
   *[other] ; ¿quiso decir «{ $near }»?
}
    .help = Nombre un conjunto de datos (su carpeta en data/), o CONJUNTO/TABLA si tiene varias.
    .title = No existe la tabla de una gráfica
    .why = Una gráfica se dibuja con una tabla del portal.
chart-column-absent = La tabla { $data } no tiene la columna «{ $column }»{ $near ->
    [none] .
   *[other] ; ¿quiso decir «{ $near }»?
}
    .help = Sus columnas son: { $known }.
    .title = No existe la columna de una gráfica
    .why = Una gráfica de otra columna diría algo falso.
chart-not-drawn = Esta gráfica no se dibuja: { $reason ->
    [few] hay menos de { $limit } valores
    [missing] falta más del { $limit } % de sus valores
    [repeated] varias filas corresponden al mismo valor
    [many] hay más de { $limit } valores
    [negative] un flujo no puede ser menor que cero
    [too-many-series] hay más de { $limit } categorías
    [tiles] un lugar no tiene una casilla propia
    [number] su columna de valores no tiene números
    [columns] sus columnas no dicen qué dibujar
   *[other] sus datos no se pueden leer
}.
    .help = Elija filas con where, columnas con x, y y series, o junte varias filas con aggregate (sum, mean, min, max, count).
    .title = Una gráfica no se dibuja
    .why = Es mejor ninguna gráfica que una equivocada.
chart-title-number = El título dice { $number }, y los datos dibujados no tienen ese número.
    .help = Corrija el número o quítelo.
    .title = Una gráfica no tiene el número del título
    .why = Las personas creen en el título antes de mirar la gráfica.
chart-note-from = Las proyecciones empiezan en { $from }, y la gráfica no muestra nada desde ahí.
    .help = Escriba una fecha como está en los datos, por ejemplo note-from: 2026, en una gráfica cuya x sea un tiempo.
    .title = Una gráfica no muestra sus proyecciones
    .why = Una proyección que parece conteo se toma por conteo.
figure-unreadable = El enlace { $target } no dice a qué cifra de los datos lleva.
    .help = Escriba figure:CONJUNTO/COLUMNA?COLUMNA=VALOR, o figure:CONJUNTO/TABLA/COLUMNA?COLUMNA=VALOR, con tantos COLUMNA=VALOR, unidos por &, como hagan falta para elegir una fila. La columna puede ir en sum(), count(), mean(), min(), max() o median(); en change() y ratio() una columna se nombra dos veces, con el valor de la primera fila y el de la segunda.
    .title = Un enlace no dice qué cifra busca
    .why = Una cifra que no se puede buscar no se puede comprobar.
figure-suggested = «{ $words }» está en los datos que esta página nombra: { $file }, fila { $row }, columna «{ $column }».
    .help = Si es esa, enlácela: { $link }. Así cada generación la compara con los datos.
    .title = Una cifra del texto podría enlazarse
    .why = Una cifra en una frase se queda como estaba cuando los datos cambian, a menos que lleve a ellos.
figure-absent = La cifra a la que lleva este enlace no está en los datos: { $what ->
    [dataset] no existe el conjunto de datos «{ $name }»
    [table] el conjunto no tiene la tabla «{ $name }»
    [column] la tabla no tiene la columna «{ $name }»
   *[row] ninguna fila tiene estos valores
}{ $near ->
    [none] .
   *[other] ; ¿quiso decir «{ $near }»?
}
    .help = { $what ->
        [row] Escriba los valores como están en el archivo, con sus acentos y mayúsculas.
       *[other] Corrija el nombre en el enlace.
    }
    .title = La cifra enlazada no está en los datos
    .why = Quien lee sigue el enlace para ver de dónde viene una cifra.
figure-several = { $kind ->
    [table] { $count } tablas del conjunto tienen esta columna, y el enlace no nombra ninguna.
   *[row] { $count } filas tienen estos valores, y el enlace no elige una sola.
}
    .help = { $kind ->
        [table] Nombre la tabla: figure:CONJUNTO/TABLA/COLUMNA?…
       *[row] Agregue condiciones (COLUMNA=VALOR, unidas por &) hasta que quede una fila, o deje que el enlace calcule: sum(COLUMNA), mean(COLUMNA) y demás.
    }
    .title = Un enlace de cifra tiene varias respuestas
    .why = Con varias respuestas nadie podría decir cuál es la del texto.
figure-without-number = { $of ->
    [row] { $file }, fila { $row }, columna «{ $column }» { $kind ->
        [empty] está vacía
       *[text] dice «{ $text }», que no es un número
    }.
   *[other] No se puede calcular nada de la columna «{ $column }» en { $file }: { $rows ->
        [0] ninguna fila tiene estos valores
       *[other] de { $rows } filas ninguna tiene un número, o son demasiadas, o el resultado es demasiado grande
    }.
}
    .help = Elija otra fila o columna, o escriba el texto sin cifra.
    .title = La cifra enlazada no tiene número
    .why = Un hueco en los datos no es un cero.
figure-words = Las palabras de este enlace, «{ $words }», deben ser un solo número.
    .help = Ponga el número solo entre los corchetes, como en [0.10](<figure:…>), o déjelos vacíos: la cifra se escribe sola.
    .title = Las palabras enlazadas no son un número
    .why = Un número solo se puede comprobar donde está claro cuál es.
figure-differs = El texto dice «{ $words }», y los datos dicen { $value }: { $of ->
    [row] { $file }, fila { $row }, columna «{ $column }».
    [count] { $rows } filas de { $file }.
   *[rows] columna «{ $column }» de { $file }, { $rows } filas.
}
    .help = Corrija el texto o los datos; uno de los dos está mal. Deje los corchetes vacíos para que la cifra se escriba sola.
    .title = Una cifra del texto difiere de los datos
    .why = Las cifras de los textos se quedan atrás cuando se corrigen los datos, y quien lee cita los textos.

image-without-words = La imagen «{ $path }» no tiene palabras para quien no la ve.
    .help = Diga en una oración qué muestra: ![El nuevo tanque de agua, junto a la escuela](tanque.jpg). Si es mero adorno, escriba ![-](…).
    .title = Una imagen no tiene descripción
    .why = Hay quien oye la página, quien ya no tiene datos para imágenes y quien la lee como texto simple. Sin palabras ni siquiera sabe que ahí hay algo.
image-unreadable = La imagen «{ $path }» { $reason ->
        [svg] es un dibujo SVG, que puede llevar programas y direcciones de otros sitios
        [format] está en un formato que no todo navegador muestra
        [file] pesa más de { $limit } MiB
        [pixels] tiene más de { $limit } millones de píxeles
       *[broken] está dañada, o no es el tipo de archivo que dice su nombre
    }.
    .help = { $reason ->
        [svg] Expórtela como PNG y muestre ese archivo.
        [format] Guárdela como JPEG, PNG, WebP o GIF.
        [file] Redúzcala antes de ponerla aquí. Si está bien como está, suba el límite: escriba { $setting } con un número mayor bajo [limits] en tragaluz.toml.
        [pixels] Redúzcala antes de ponerla aquí: una página muestra 736 píxeles de lado a lado. Si está bien como está, suba el límite: escriba { $setting } con un número mayor bajo [limits] en tragaluz.toml.
       *[broken] Ábrala con un visor de imágenes, guárdela de nuevo y compare.
    }
    .title = Una imagen no se puede mostrar
    .why = Antes de publicarse, las imágenes se hacen pequeñas y se les quita lo que escriben las cámaras. Lo que no se puede leer no se puede hacer seguro.
image-animated = La imagen «{ $path }» se mueve; la página muestra su primer cuadro.
    .help = Si el movimiento importa, descríbalo en el texto, o enlace el archivo: [palabras](archivo.gif).
    .title = Una imagen en movimiento se muestra fija
    .why = El movimiento que no se puede parar impide leer a algunas personas, marea a otras y pesa mucho.
image-as-link = La imagen «{ $path }» pesaría más de { $limit } kB, así que la página la enlaza.
    .help = Recorte la parte que importa, o déjela así: el enlace dice el formato y el tamaño.
    .title = Una imagen pesada se vuelve enlace
    .why = En una línea lenta, una imagen grande hace esperar a todo lo demás y le cuesta dinero a quien lee.
ledger-broken = { $kind ->
        [not-a-release] Esta línea del registro de versiones no es una versión.
        [out-of-order] Esta línea del registro de versiones no sigue a la anterior: su número no es el siguiente, o su fecha es más temprana.
        [rewrites-nothing] Esta línea del registro de versiones dice que reescribió una tabla que ninguna línea anterior tiene.
       *[broken-chain] Esta línea del registro de versiones no se escribió después de la anterior: una de las dos se cambió, se quitó o se agregó.
    }
    .help = Recupere el archivo de su repositorio o de una copia; el sitio también lo publica, como releases.jsonl junto al conjunto de datos. Solo «tragaluz release» escribe en él.
    .title = El registro de versiones está dañado
    .why = Quien tiene una cifra antigua pregunta al registro qué fue de ella. Un registro que alguien puede cambiar sin que se note no responde nada.
version-damaged = Este archivo de una versión anterior falta, o ya no es el que era.
    .help = Recupérelo de su repositorio o de una copia. Hasta entonces no se puede hacer una versión nueva de este conjunto de datos, y nada se cambió.
    .title = Falta o está dañada una versión anterior
    .why = Cada versión se guarda como lo que cambió desde la anterior. Si una se pierde, ninguna de las siguientes se puede mostrar.
dataset-unreleased = Los datos de «{ $dataset }» ya no son los de su última versión, la { $version }.
    .help = Cuando se puedan citar, haga la versión siguiente: tragaluz release { $dataset } --as-of HOY --note "Qué cambió, en una frase".
    .title = Los datos difieren de su última versión
    .why = Una cifra que alguien copió se puede volver a encontrar mientras esté en una versión. Lo que se publica entre dos versiones no deja rastro.
dataset-changed-undated = «{ $file }» cambió desde la última vez que se generó el sitio, pero el conjunto todavía dice modified: { $modified }.
    .help = Escriba el día del cambio como modified: en su dataset.md. Así lo dicen los canales de novedades, y quien guarda una copia sabe que hay otra.
    .title = Datos cambiados conservan su fecha anterior
    .why = Los portales que recolectan datos y los lectores se guían por la fecha: un cambio sin ella no se descarga, y nadie se entera.
crest-unusable = { $why ->
        [absent] No existe el archivo { $path } para el escudo.
        [heavy] El escudo { $path } tiene { $bytes } bytes, y { $most } son lo más que puede tener: va en cada página.
        [kind] El escudo { $path } no es un dibujo (SVG).
       *[unreadable] El escudo { $path } no se puede leer como SVG.
    }
    .help = { $why ->
        [absent] Ponga el dibujo en la carpeta content y escriba su ruta desde ahí: crest = "escudo.svg".
        [heavy] Dibuje uno más sencillo: unas pocas figuras en uno o dos colores, exportado como «SVG simple», sin los datos del programa de dibujo. Al tamaño en que se muestra nadie ve más.
       *[other] Ábralo en un programa de dibujo y expórtelo como «SVG simple», sin comprimir (.svg, no .svgz).
    }
    .title = El escudo no se puede usar
    .why = Sin él, las páginas llevan la marca del tema.
drawing-cleaned = De este dibujo se dejaron fuera partes que podrían ejecutar o cargar algo: { $names }.
    .help = Mire el dibujo publicado. Si falta algo, expórtelo desde el programa de dibujo como «SVG simple», con sus imágenes dentro y sin enlaces ni animaciones.
    .title = Se omiten partes inseguras de un dibujo
    .why = Un dibujo (SVG) es una página por sí mismo, con programas, enlaces y archivos de otros servidores, para quien lo abre.
drawing-too-large = { $setting ->
        [drawing_mib] Este dibujo pesa más de { $most } MiB.
        [drawing_depth] Los grupos de este dibujo están unos dentro de otros en más de { $most } niveles.
       *[drawing_elements] Este dibujo traza más de { $most } elementos, contando cada vez los que muestra de nuevo.
    }
    .help = Exporte un dibujo más sencillo, o una imagen (PNG). Si está bien como está, suba el límite: escriba { $setting } con un número mayor bajo [limits] en tragaluz.toml.
    .title = Un dibujo es demasiado grande
    .why = Con pocas líneas se puede hacer que el navegador de quien lee trace miles de millones de figuras, hasta que se cierra.
drawing-unreadable = Este dibujo no se puede leer como SVG.
    .help = Ábralo en un programa de dibujo y expórtelo de nuevo como «SVG simple», sin comprimir (.svg, no .svgz).
    .title = Un dibujo no se puede leer
    .why = Lo que no se puede leer no se puede limpiar de lo que podría ejecutarse en ello.

paste-summary = qué son los datos, en una o dos frases
paste-publisher = { "{" }name: …{ "}" }: la oficina que responde por los datos
paste-contact = { "{" }name: …, email: …{ "}" }: una oficina, nunca una persona
paste-keywords = palabras con las que se buscan, como [agua, calidad]
paste-modified = cuándo cambiaron por última vez, como 2024-05-31
paste-licenses = por ejemplo [CC-BY-4.0]
paste-theme = un código de los temas de datos de la UE, como GOVE, o su nombre en el sitio
paste-frequency = cada cuánto cambian: annual, monthly, irreg …
paste-issued = cuándo se publicaron por primera vez, como 2024-01-15
paste-spatial = { "{" }name: …{ "}" }: el territorio del que tratan
paste-temporal = { "{" }start: 2019, end: 2023{ "}" }: el tiempo del que tratan
paste-column = qué dice, y en qué unidad
