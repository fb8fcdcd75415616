### Hallazgos sobre los archivos y sus fichas.

file-unreadable = No se puede leer { $path }: { io-cause }.
    .help = { $cause ->
        [permission] Dese el permiso de leerlo (en sus propiedades, bajo seguridad o permisos; chmod u+r en Linux y macOS), o sáquelo del portal.
        [gone] Genere el sitio otra vez cuando ningún otro programa mueva archivos aquí.
       *[other] Cópielo otra vez de donde vino, o sáquelo del portal.
    }
    .title = No se puede leer un archivo
    .why = Lo que hay en un archivo así faltaría en el sitio sin decir palabra. Todo lo demás se revisa de todos modos.
file-too-large = { $path } pesa más de { $most } MiB, y los archivos de su clase se leen completos.
    .help = Los datos van en un archivo propio, como un CSV, que se lee fila por fila. Si el archivo está bien como está, suba el límite: escriba { $setting } con un número mayor debajo de [limits] en tragaluz.toml.
    .title = Un archivo rebasa su límite de tamaño
    .why = Las páginas, las descripciones y los archivos de un tema se tienen en la memoria: uno más grande de lo que son los de buena fe acabaría con la de la computadora.
not-utf8 = Este archivo no es texto en UTF-8.
    .help = { $kind ->
        [binary] Si es un texto, guárdelo de nuevo como UTF-8 (en el Bloc de notas: Archivo, Guardar como, Codificación: UTF-8). Si es una imagen u otra cosa, póngale la terminación que le corresponde.
       *[text] Guárdelo de nuevo como UTF-8. En el Bloc de notas: Archivo, Guardar como, Codificación: UTF-8. Después revise las letras con acento.
    }
    .title = Un archivo de texto no está en UTF-8
    .why = Las páginas se leen en UTF-8, la codificación que sirve para todos los idiomas. Con cualquier otra habría que adivinar los acentos, a veces mal.
front-matter-open = La ficha al inicio de este archivo se abre con { $mark } y nunca se cierra.
    .help = Ponga una línea solo con { $mark } después del último dato.
    .title = La ficha de un archivo no se cierra
    .why = La ficha va entre dos líneas de --- (YAML) o de +++ (TOML). Sin la segunda, nadie puede distinguir los datos del texto.
facts-cause = { $cause ->
        [above] esta línea no puede ir debajo de la anterior
        [anchor] aquí & y * empiezan un nombre para repetir datos, y eso no se usa
        [bracket] se abre un corchete o una llave que nunca se cierra
        [character] un valor empieza con un carácter que tiene significado propio
        [colon] hay un segundo signo de dos puntos en la línea
        [comma] falta una coma entre dos valores
        [escape] \ empieza un signo que no existe
        [control] hay un signo invisible que no cabe en un texto
        [equals] después de un nombre faltan el signo = y el valor
        [indent] una línea no empieza ni donde sus hermanas ni donde empezarían sus hijas
        [key] este nombre lleva un carácter que los nombres no pueden llevar
        [map] se esperan nombres con valores, como title: Mi página
        [quote] se abre una comilla que nunca se cierra
        [quoted] hay texto después de la comilla de cierre
        [second] aquí empieza una segunda ficha
        [tab] hay un tabulador donde van espacios
        [tag] aquí ! empieza el nombre de un tipo, y eso no se usa
        [unquoted] hay un texto sin comillas
        [comment] hay un # pegado a un valor, o antes de que termine
        [cut] el texto se acaba antes que su último valor
        [dash] un elemento de lista (-) está donde no puede ir
        [directive] una línea empieza con %, que tiene significado propio
        [extended] un nombre tiene un valor y además es un grupo
        [heading] el nombre de un grupo entre [ ] no está escrito como tal
        [extra] hay en la línea algo que no va ahí
        [number] un número o una fecha están escritos de un modo que TOML no conoce
        [value] un nombre no tiene valor después de su =
       *[other] una línea rompe las reglas de YAML o de TOML
    }
    .help = { $cause ->
        [above] Revise que la línea anterior lleve dos puntos seguidos de un espacio, y que ambas empiecen en la misma columna.
        [anchor] Ponga el texto entre comillas: "…".
        [bracket] Ciérrelo con ] o {"}"}, aquí o en una línea anterior.
        [character] Ponga el valor entre comillas: "…".
        [colon] Si el texto lleva dos puntos, póngalo entre comillas, como en title: "Agua: quién paga".
        [comma] Ponga una coma entre ellos.
        [escape] Escriba \\ para el signo mismo, o ponga el texto entre comillas simples: '…'.
        [control] Borre el signo marcado, o escriba la línea de nuevo.
        [equals] Escríbalo así: nombre = "valor".
        [indent] Haga que empiece en la misma columna que sus hermanas, con espacios.
        [key] En un nombre use letras sin acento, cifras, - y _.
        [map] Escriba en cada línea un nombre, dos puntos, un espacio y un valor.
        [quote] Ciérrela en la línea que la abre, esta o una anterior. Dentro del texto, una comilla se escribe doble entre '…', y como \" entre "…".
        [quoted] Encierre todo el texto con la otra clase de comillas: "O'Higgins", o 'una palabra "citada"'.
        [second] Deje todos los datos juntos al inicio, entre un solo par de líneas con ---.
        [tab] Cambie el tabulador por dos espacios por cada nivel.
        [tag] Ponga el texto entre comillas: "!…".
        [unquoted] Póngalo entre comillas rectas: "…".
        [comment] Deje un espacio antes de #, o ponga entre comillas el texto que lleva #.
        [cut] Termine la última línea, o cierre lo que se abrió antes de ella.
        [dash] Ponga los elementos de una lista debajo de su nombre, cada uno en una línea que empiece con un guion y un espacio, todos en la misma columna.
        [directive] Ponga el texto entre comillas: "…".
        [extended] Deje solo uno de los dos: nombre = "valor", o [nombre] con sus líneas debajo.
        [heading] Escríbalo en una línea propia, como [nombre] o, para una lista de grupos, [[nombre]], sin espacios en el nombre.
        [extra] Escriba en cada línea un solo nombre con su valor, y el texto entre comillas: nombre = "valor".
        [number] Póngalo entre comillas: "01". Las fechas se escriben 2022-02-28.
        [value] Escríbalo así: nombre = "valor", o quite la línea.
       *[other] Compare la línea marcada con sus vecinas: lo usual es que falten dos puntos o una comilla, o que sobren o falten espacios al principio.
    }
front-matter-syntax = No se puede leer la ficha: { facts-cause }.
    .help = { facts-cause.help }
    .title = La ficha de un archivo es ilegible
    .why = La ficha se escribe en YAML o en TOML. Una línea que rompe sus reglas cambiaría o perdería datos sin aviso; por eso el programa se detiene.
front-matter-missing = Este archivo no tiene ficha al inicio{ $use ->
        [empty] : está vacío, y no se hace ninguna página con él
        [text] ; se publica con lo que dice su texto
       *[other] {""}
    }.
    .help = Empiécelo con una línea de ---, luego title: y el título de la página, y después otra línea de ---.
    .title = Un archivo no tiene ficha al inicio
    .why = Por datos como el título y la fecha conocen una página las listas, los canales de novedades y las búsquedas. Un archivo que tampoco tiene texto no es una página.
front-matter-too-large = { $setting ->
        [facts_kib] La ficha de este archivo ocupa más de { $most } KiB.
        [facts_depth] La ficha de este archivo tiene listas dentro de listas, en más de { $most } niveles.
       *[facts] La ficha de este archivo tiene más de { $most } valores.
    }
    .help = Haga corta la ficha: los textos largos van debajo de ella. Si el archivo está bien así, suba el límite: escriba { $setting } con un número mayor debajo de [limits] en tragaluz.toml.
    .title = La ficha de un archivo rebasa un límite
    .why = Un límite evita que un archivo dañado u hostil agote la máquina.
control-characters = { $count ->
        [one] Aquí hay un carácter de control invisible, que no se publica.
       *[other] En este texto hay { $count } caracteres de control invisibles; este es el primero. No se publican.
    }
    .help = Borre el signo marcado o escriba de nuevo la línea. Suelen venir al copiar de procesadores de texto y sistemas antiguos.
    .title = Un texto contiene caracteres de control invisibles
    .why = Los canales de novedades y los catálogos son XML, que no admite estos caracteres: uno solo haría ilegible el archivo completo.
direction-characters = { $count ->
        [one] Aquí hay un carácter que nadie ve y que invierte la escritura u oculta palabras. En las páginas se muestra como �.
       *[other] En este texto hay { $count } caracteres que nadie ve y que invierten la escritura u ocultan palabras; este es el primero. En las páginas se muestran como �.
    }
    .help = Borre el signo marcado o escriba de nuevo la línea. El árabe y el hebreo no necesitan ninguno: para aislar un pasaje, empiécelo con U+2068 y termínelo con U+2069 en el mismo párrafo.
    .title = Caracteres invisibles invierten u ocultan palabras
    .why = Con esos caracteres se leen otras palabras que las escritas: «factura[U+202E]fdp.exe» parece un PDF. Las descargas los conservan tal cual.
text-taken-for-comment = Lo que sigue a # en esta línea se toma por un comentario y no se publica.
    .help = Si es parte del texto, ponga el texto completo entre comillas: "…". Si es un comentario, deje un espacio después de #.
    .title = El texto tras # se toma por comentario
    .why = En YAML un # después de un espacio empieza un comentario, así que «Convocatoria #3» se vuelve «Convocatoria» sin avisar.
unknown-fact = Aquí no se conoce ningún dato llamado «{ $name }».
    .help = { $near ->
        [none] { $count ->
            [0] Quite la línea o corrija el nombre: no se parece a ninguno de los que van aquí.
            [one] No hay que hacer nada: una página lo tiene, y las plantillas pueden leerlo. Póngalo bajo «extra:» para que además se muestre y se publique.
           *[other] No hay que hacer nada: { $count } páginas lo tienen, y las plantillas pueden leerlo. Póngalo bajo «extra:» para que además se muestre y se publique.
        }
       *[other] ¿Quiso decir «{ $near }»?
    }
    .title = Un dato tiene un nombre desconocido
    .why = Un dato con el nombre mal escrito desaparecería del portal sin aviso. Un nombre que no se parece a ninguno conocido es de la propia página, y se dice una vez para todo el portal.
repeated-fact = «{ $name }» aparece dos veces.
    .help = Deje solo una.
    .title = Un dato aparece dos veces
    .why = Solo podría publicarse una de las dos, y nadie sabría cuál.
missing-fact = Aquí falta «{ $name }».
    .help = Agregue una línea con { $line }
    .title = Falta un dato obligatorio
    .why = Sin ese dato la página no se puede publicar.
wrong-form = «{ $name }» debe ser { $expected ->
        [bbox] cuatro números: oeste, sur, este, norte
        [colour] un color en cifras hexadecimales
        [country-code] el código de tres letras de un país
        [day] una fecha completa
        [limit] un número entero de 1 a { $most }
        [map] un grupo de nombres con valores
        [number] un número
        [one-character] un solo carácter
        [public-key] una clave pública de minisign
        [web-address] una dirección web
        [whole-number] un número entero
       *[one-text] un solo texto
    }.
    .help = { $expected ->
        [bbox] Escriba grados con punto, con signo menos al oeste de Greenwich y al sur del ecuador, como [-100.6, 18.4, -98.6, 20.3].
        [colour] Escriba # y seis cifras, como #9f2241.
        [country-code] Escriba el código que le da la norma ISO 3166-1, en mayúsculas, como MEX o ESP.
        [day] Escriba el día, como 2027-06-30.
        [limit] Escriba un número entre esos dos, como { $most }. Sin esta línea vale el límite de siempre.
        [map] Escriba { $example }, o cada nombre con su valor en una línea propia debajo, dos espacios más adentro.
        [number] Escriba cifras, y un punto antes de los decimales, como 1250.5.
        [one-character] Escriba un solo carácter entre comillas, como ";". El tabulador es "\t".
        [public-key] Escriba solo la clave: la línea de 56 letras del archivo que escribe «minisign -G».
        [web-address] Escríbala completa, como https://datos.example.org/. La del propio portal no lleva ? ni #.
        [whole-number] Escriba solo cifras, como 3.
       *[one-text] Escriba un solo valor, como { $example }, y no una lista ni un grupo de nombres.
    }
    .title = Un dato no tiene la forma debida
    .why = Un dato con otra forma no se puede mostrar, listar ni exportar.
include-unusable = { $cause ->
        [circle] «{ $name }» incluye a su vez este texto, directamente o por medio de otros.
        [large] Con «{ $name }» este texto sería mayor de lo que puede ser un archivo.
        [within] «{ $name }» se incluye dentro de una lista, una cita o una tabla.
       *[absent] No hay ningún texto «{ $name }» en content/_texts.
    }
    .help = { $cause ->
        [circle] Quite uno de los bloques.
        [large] Incluya menos, o permita más con file_mib en [limits].
        [within] Lleve el bloque al margen, con una línea en blanco arriba y otra abajo.
       *[absent] { $near ->
            [none] Escriba content/_texts/{ $name }.md, o quite el bloque.
           *[other] ¿Quiso decir «{ $near }»?
        }
    }
    .title = No se puede incluir un texto
    .why = El bloque quedaría en la página tal como está escrito, y a los lectores les faltaría el texto.
shared-text-unused = Ninguna página incluye «{ $name }».
    .help = Póngalo en su lugar con un bloque que diga include y lo nombre, o borre el archivo.
    .title = Un texto compartido que ninguna página incluye
    .why = Quien lo escribió cree que está publicado.
shared-text-untranslated = No existe «{ $name }» en { $lang }; esta página lo lleva en el idioma principal.
    .help = Tradúzcalo como content/_texts/{ $name }.{ $lang }.md.
    .title = Un texto compartido no está traducido
    .why = Quien lee la traducción encuentra una parte de la página en otro idioma.
wrong-kind = { $cause ->
        [choices] «{ $name }» aparece dos veces entre las opciones.
        [fact] Toda página puede tener ya «{ $name }», o una columna del registro se llama así.
        [fact-name] «{ $name }» no puede ser el nombre de un dato.
        [folder] La carpeta «{ $name }» es de páginas de otro tipo, de un idioma, o de lo que hace el programa.
       *[name] Ya existe un tipo de página «{ $name }».
    }
    .help = { $cause ->
        [choices] Deje una de las dos.
        [fact] Quite esta línea: las páginas de este tipo lo tienen como todas las demás. Un dato propio necesita otro nombre.
        [fact-name] Escriba minúsculas sin acentos, cifras y _, con una letra al principio, como respondida_el. Lo que ven los lectores es su título.
       *[other] Elija otro nombre.
    }
    .title = Un tipo de página no se puede declarar así
    .why = Dos significados de un mismo nombre no se podrían distinguir, ni en los archivos ni en las direcciones.
wrong-date = { $why ->
        [day] El día { $text } no existe: { $month } tiene { $days } días.
        [month] El mes { $text } no existe: un año tiene doce.
        [time] Lo que sigue al día en «{ $text }» no es una hora.
       *[form] «{ $text }» no está escrito como fecha.
    }
    .help = { $near ->
        [none] { $why ->
            [day] Busque la fecha en la fuente. Si solo el mes es seguro, escriba { $month }.
            [month] Busque la fecha en la fuente. Si solo el año es seguro, escriba solo el año.
            [time] Escriba solo el día, como 2022-02-28, o una hora como 2022-02-28T10:00:00-06:00.
           *[form] Escriba 2022, 2022-02 o 2022-02-28: primero el año, y solo lo que se sepa.
        }
       *[other] Escriba { $near }: primero el año, luego el mes y luego el día.
    }
    .title = Una fecha está mal o mal escrita
    .why = Otros órdenes de día y mes se leen distinto en cada país, y un día que no está en el calendario es un descuido.
wrong-word = «{ $text }» no es una de las palabras que se conocen aquí.
    .help = { $near ->
        [none] Use una de estas: { $known }.{ $shown ->
            [yes] {" "}También sirve el nombre que muestra el sitio.
           *[no] { "" }
        }
       *[other] ¿Quiso decir «{ $near }»? Las palabras son: { $known }.{ $shown ->
            [yes] {" "}También sirve el nombre que muestra el sitio.
           *[no] { "" }
        }
    }
    .title = Una palabra no es de las permitidas
    .why = Solo las palabras de una lista cerrada se pueden traducir, contar y comparar.
wrong-id = «{ $text }» no puede ser un identificador.
    .help = Use letras sin acento, cifras, - y _, 64 como máximo; no sirven index, page-1 ni los nombres que Windows se reserva (con, aux, nul …).{ $use ->
        [file] {" "}Para conservar el nombre del archivo, agregue a su ficha id: con un identificador válido.
        [folder] {" "}Cambie el nombre de la carpeta, que es el identificador del conjunto de datos.
       *[fact] {""}
    }
    .title = Un identificador no está permitido
    .why = Los identificadores se vuelven nombres de archivo y direcciones, y deben funcionar en cualquier sistema.
unknown-language = { $use ->
        [code] «{ $lang }» no es un código de idioma.
       *[file] El portal no tiene el idioma «{ $lang }».
    }
    .help = { $use ->
        [code] Escriba un código como es, en o nah.
        [words] Agréguelo a languages en tragaluz.toml, o quite estas palabras.
        [case] Cambie el nombre de este archivo: el portal escribe este idioma «{ $right }».
       *[file] Agréguelo a languages en tragaluz.toml, o cambie el nombre de este archivo: lo que va después de un punto y antes de .md se lee como idioma.
    }
    .title = El portal no conoce un idioma indicado
    .why = A una página en un idioma que no está en la lista no llegaría ningún enlace.
fact-in-translation = «{ $name }» va en el archivo principal de la página; la traducción lo toma de ahí.
    .help = Quítelo de aquí. Si allá está mal, corríjalo allá.
    .title = Una traducción lleva un dato del archivo principal
    .why = Un dato que está en dos archivos puede contradecirse.
translation-alone = Esta es una traducción de { $main }, que no existe.
    .help = Escriba primero { $main }, o cambie el nombre de este archivo.
    .title = Una traducción no tiene archivo principal
    .why = Una traducción toma sus datos de la página en el idioma principal.
link-leads-out = { $use ->
        [link] Esto es un enlace a un archivo en otro lugar, no el archivo mismo.
       *[path] «{ $path }» lleva fuera del portal.
    }
    .help = { $use ->
        [link] Ponga aquí el archivo mismo.
       *[path] Use una ruta dentro de la carpeta de este conjunto de datos, sin «..», letras de unidad ni «\».
    }
    .title = Un enlace o ruta lleva fuera del portal
    .why = Un portal hecho con archivos ajenos no debe poder publicar el resto de la máquina.
name-unpublishable = El nombre «{ $name }» { $reason ->
        [encoding] no está escrito en UTF-8, y ninguna página puede enlazarlo
        [invisible] contiene un salto de línea u otro carácter que nadie ve
        [sign] contiene uno de los signos < > : " | ? * \, que Windows y muchos discos no aceptan
        [reserved] es uno de los que Windows reserva para un dispositivo
        [ending] termina en punto o en espacio, que Windows elimina
       *[long] mide más de 255 bytes, que ningún disco acepta
    }.
    .help = Cambie el nombre del archivo o de la carpeta. Las letras con acento, los espacios y signos como ( ) & % + son bienvenidos.
    .title = Un nombre de archivo no se puede publicar
    .why = El portal se lee desde toda clase de servidores, discos y memorias USB; en algunos un nombre así se pierde, o engaña a quien lo lee.
file-unread = { $use ->
        [page] Este archivo no es una página, aunque su nombre casi lo es; se puede enlazar tal cual.
        [descriptor] Este archivo no se lee como la descripción del conjunto de datos: esa se llama { $meant }.
        [loose] Este archivo está directamente en data/ y no es una tabla; no se publica.
        [folder] En esta carpeta no hay nada que publicar.
       *[undeclared] { $count ->
            [one] Ningún recurso nombra un archivo de este conjunto de datos, y no se publica: { $names }.
           *[other] Ningún recurso nombra { $count } archivos de este conjunto de datos, y no se publican: { $names }.
        }
    }
    .help = { $use ->
        [page] Haga que su nombre termine solo en .md. Windows oculta el final de los nombres: muestre antes las «Extensiones de nombre de archivo».
        [descriptor] Cámbiele el nombre a { $meant }, con minúsculas.
        [loose] Póngalo en la carpeta del conjunto de datos al que pertenece.
        [folder] Ponga en ella un archivo de datos, o quite la carpeta.
       *[undeclared] Agregue cada uno a «resources» con su ruta, o sáquelo de data/.
    }
    .title = El portal no toma en cuenta un archivo
    .why = Lo que nadie lee ni nombra faltaría en el portal sin aviso.
files-left-out = { $count ->
        [one] Un archivo es, por su nombre, una copia, está oculto o sin terminar, y se dejó fuera: { $names }.
       *[other] { $count } archivos son, por su nombre, copias, están ocultos o sin terminar, y se dejaron fuera: { $names }.
    }
    .help = No hay que hacer nada. Para publicar uno, dele un nombre sin .bak, ~, # ni punto inicial.
    .title = Copias, archivos ocultos o inconclusos quedan fuera
    .why = Los editores y navegadores dejan archivos así, con textos viejos y tablas a medias.
file-withheld = Este archivo no se publica, porque en su lugar está { $copy }: una copia sin los datos personales que había en él.
    .help = No hay que hacer nada. Más seguro aún es guardar el original en otra parte que en la carpeta del portal.
    .title = Una copia testada sustituye a un archivo
    .why = «tragaluz redact» hace esas copias, y quien hizo una no quiere publicar además el original.
id-from-name = «{ $text }» no puede ser una dirección; en su lugar se usa «{ $id }».
    .help = No hay que hacer nada. Para elegir otra dirección, agregue id: a la ficha de la página, o cambie el nombre del archivo o la carpeta.
    .title = Un nombre se adapta para ser dirección
    .why = Las direcciones llevan letras sin acento, cifras, - y _, hasta 64, para que sirvan en cualquier sistema.
title-taken = Esta página no tiene título; «{ $title }» se tomó de { $from ->
        [heading] su primer encabezado
       *[file] el nombre de su archivo
    }.
    .help = Agregue a su ficha una línea con title: y el título de la página.
    .title = Una página no tiene título propio
    .why = Las listas, las búsquedas y la pestaña del navegador muestran una página por su título.
page-held-back = Esta página dice que es un borrador, y no se publica.
    .help = Cuando esté lista, quite esta línea.
    .title = Un borrador no se publica
    .why = Un borrador que se publicó por accidente ya no se puede retirar.
page-waits = Esto espera al { $date }, y todavía no se publica: { $day ->
        [none] ninguna fecha dice qué día es
       *[other] el portal es del { $day }
    }.
    .help = Déjelo así: se publica la primera vez que se genere el sitio ese día o después. Qué día es lo dice --as-of; si no, la fecha más nueva de lo publicado.
    .title = Una página espera su día
    .why = Lo que se dará a conocer un día determinado no debe encontrarse antes en un canal de novedades, un catálogo o la búsqueda.
schema-elsewhere = El { $name ->
        [dialect] dialecto
       *[schema] esquema
    } de este recurso está en { $url }; al generar el sitio no se descarga nada, y se hace sin él.
    .help = Guarde ese archivo en la carpeta del conjunto de datos, y escriba aquí su nombre.
    .title = Un esquema o dialecto está en la web
    .why = La misma carpeta debe dar el mismo sitio, con conexión o sin ella. Lo que diría se deduce entonces del archivo.
not-a-file = Esto no es un archivo sino una tubería con nombre (FIFO), un socket o un dispositivo.
    .help = Quítelo de la carpeta del portal, o ponga un archivo común en su lugar.
    .title = Entre los archivos hay una tubería o dispositivo
    .why = Leer una tubería es esperar a que alguien escriba en ella, y un dispositivo puede no acabar nunca: nada de eso se puede publicar.
