### Las frases propias del programa.

word-error = error
findings = { $errors ->
    [0] { "" }
    [one] { $errors } error
   *[other] { $errors } errores
}{ $errors ->
    [0] { "" }
   *[other] { $warnings ->
        [0] { "" }
       *[other] { ", " }
    }
}{ $warnings ->
    [0] { "" }
    [one] { $warnings } advertencia
   *[other] { $warnings } advertencias
}
links-asked = { $addresses ->
    [0] Ninguna página nombra una dirección ajena.
    [one] Se preguntó por 1 dirección ajena: { $alive ->
        [0] de ella no se sabe nada bueno.
       *[other] hay algo en ella.
    }
   *[other] Se preguntó por { $addresses } direcciones ajenas: en { $alive } hay algo.
}
nothing-found = Nada que corregir en { $pages } páginas.
not-built = No se publicó nada: corrija los errores de arriba y vuelva a generar.
not-built-kept = No se publicó nada: corrija los errores de arriba y vuelva a generar. El último sitio bueno sigue en { $out }.
built = Se generaron { $pages } páginas, { $files } archivos, { $size }. Abra { $index }
left-out = { $count ->
    [one] Una página o un conjunto de datos se dejó fuera por los errores de arriba; su dirección lo dice
   *[other] { $count } páginas o conjuntos de datos se dejaron fuera por los errores de arriba; sus direcciones lo dicen
}: { $units }. Corríjalos y genere el sitio otra vez.
schemas-written = Hay { $count } esquemas en schemas/. Los editores los encuentran por las primeras líneas de tragaluz.toml y de las páginas.
made-new = Hay un portal nuevo en { $dir }. Ahora vaya allí: «tragaluz build» genera el sitio y «tragaluz serve» lo muestra.
new-default = { $question ->
    [title] Portal de gobierno abierto
    [publisher] Nombre de la institución
    [licence] CC-BY-4.0
    [place] Municipio de ejemplo
   *[colour] #0b4a8f
}
new-asked = { $question ->
    [lang] El idioma del portal, es o en
    [title] Cómo se llama el portal
    [publisher] La institución que lo publica
    [licence] La licencia de sus datos: CC-BY-4.0, CC-BY-SA-4.0 o CC0-1.0
    [place] El lugar del que trata, como México, o «Toledo, España»
   *[colour] El color de la institución, como #9f2241
} [{ $held }]:
weigh-head = bytes   límite  peticiones, segundos a 50 kbit/s, 400 kbit/s y 1.6 Mbit/s, página
serving = El portal está en { $address } (solo en esta computadora). Cada cambio se ve al momento; Ctrl+C lo termina.
overlay-heading = { $count ->
    [one] Hay un error, y el sitio no se pudo hacer de nuevo.
   *[other] Hay { $count } errores, y el sitio no se pudo hacer de nuevo.
} { $kept ->
    [yes] Detrás de este recuadro está la última página que estaba entera.
   *[no] En cuanto se corrija, se muestra aquí.
}
overlay-all = Todo lo que se encontró
serving-no-browser = No se pudo abrir ningún navegador. La dirección de arriba se puede escribir en uno.
watching = El sitio se hace de nuevo cada vez que cambia un archivo; Ctrl+C lo termina.
replace-asked = { $out } ya existe. ¿Se escribe encima? [s/N]
answers-yes = s sí si y yes
schema-written = El esquema de { $columns } columnas está en { $out }.
schema-used = { $file } se lee como lo declara { $page }.
manual-name = Nombre
manual-synopsis = Sinopsis
manual-description = Descripción
manual-exit = Código de salida
manual-exit-codes = 0: todo salió bien. 1: se encontró un error en lo leído, y se dice. 2: el programa no pudo ejecutarse, y dice por qué.
manual-verbs = Órdenes
manual-written = En { $dir } hay { $pages } páginas del manual.
theme-copied = { $files ->
    [one] Hay un archivo en { $dir }
   *[other] Hay { $files } archivos en { $dir }
}. Lo que cambie ahí es lo que cuenta; lo que borre ahí vuelve a ser lo del tema.
theme-nothing-found = No hay nada que corregir en el tema: con él se hicieron { $pages } páginas.
rebuilt = Se generó de nuevo: { $pages } páginas.
serving-host = También está en { $address }: lo puede ver quien llegue ahí a este equipo.
serving-name = También responde a { $address }, para lo que llegue aquí con ese nombre.
word-warning = advertencia
word-note = nota
word-help = ayuda
findings-more = Hay { $count } más de la clase { $code }; --format json las enumera todas.
nothing-found-in-rows = Nada que corregir en { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
}.
released = { $dataset }: versión { $version }, del { $date }
released-changes = { "  " }{ $table }: { $changed ->
    [one] 1 fila cambió
   *[other] { $changed } filas cambiaron
}, { $added ->
    [one] 1 nueva
   *[other] { $added } nuevas
}, { $removed ->
    [one] 1 retirada
   *[other] { $removed } retiradas
}
verified = { $files ->
    [one] 1 archivo es
   *[other] { $files } archivos son
} como dice la lista de sumas. { $signature ->
    [proven] Está firmada con la clave que usted dio.
    [consistent] Está firmada con la clave que vino con la copia.
   *[none] Ninguna firma responde por la lista.
}{ $datasets ->
    [0] { "" }
    [one] { " " }Las versiones ({ $versions }) de 1 conjunto de datos llevan de una a la siguiente.
   *[other] { " " }Las versiones ({ $versions }) de { $datasets } conjuntos de datos llevan de una a la siguiente.
}
file-answer = { $kind ->
    [same] Este archivo es el que la copia ofrece ahora:
    [older] Este archivo es de una versión anterior. Sus datos cambiaron desde entonces:
   *[unknown] Nada en la copia es este archivo, ni ahora ni en ninguna versión.
}
file-version = { "  " }versión { $version } de «{ $dataset }» ({ $table }), del { $date }{ $now ->
    [other] , como era antes de que un retiro le quitara datos
   *[same] { "" }
}
file-later = { "  " }cambió en la versión { $version }, del { $date }: { $reason ->
    [correction] corrección
    [method] cambio de método
    [takedown] retiro
   *[scheduled] programada
}{ $note ->
    [none] { "" }
   *[other] . { $note }
}
file-counts = { $changed ->
    [one] 1 fila cambió
   *[other] { $changed } filas cambiaron
}, { $added ->
    [one] 1 nueva
   *[other] { $added } nuevas
}, { $removed ->
    [one] 1 quitada
   *[other] { $removed } quitadas
}
file-nearest = { $by ->
    [columns] Por sus columnas, se parece más a { $path }.
   *[name] Por su nombre, se parece más a { $path }.
}
file-same-rows = Contiene las mismas filas que { $path }, escritas de otra manera.
file-changes = De este archivo a { $path }:
file-cell = { $row }: { $column } era { $before }, es { $after }
file-added = nueva: { $row }
file-removed = quitada: { $row }
cell-empty = vacío
figure-sentence = En { $page }: { $text }{ $link ->
    [none] { "" }
   *[other] { " " }→ { $link }
}
figure-cell = { $when ->
    [now] ahora{ $version ->
        [none] { "" }
       *[other] { " " }(versión { $version })
    }
   *[then] versión { $version }, del { $date }
}: { $dataset }/{ $table }, fila { $row } ({ $key }): { $column } { $value }{ $link ->
    [none] { "" }
   *[other] { " " }→ { $link }
}
figure-places = { $count ->
    [0] Ningún lugar tiene esta cifra.
    [one] 1 lugar tiene esta cifra.
   *[other] { $count } lugares tienen esta cifra.
}
signed = La lista de sumas de { $files ->
    [one] 1 archivo
   *[other] { $files } archivos
} está firmada. Los lectores la comprueban con: tragaluz verify CARPETA --key { $key }
built-unsigned = La firma de la lista anterior se quitó, pues no es de esta lista. Firme de nuevo: tragaluz sign --key ARCHIVO
difference = { $out } contiene lo que cambió de la versión { $from } a la { $to }: { $rows ->
    [one] 1 fila
   *[other] { $rows } filas
}, { $files } archivos
released-nothing = Nada cambió desde las últimas versiones.
takedown-version = { "  " }{ $table }, versión { $version }: { $rows ->
    [0] { $cells ->
        [0] se volvió a buscar lo que cambió
        [one] 1 celda vaciada
       *[other] { $cells } celdas vaciadas
    }
    [one] 1 fila quitada
   *[other] { $rows } filas quitadas
}
takedown-nothing = Ninguna versión contiene eso. No se hizo nada.
takedown-unreached = A lo que esto no llega:
    { "  " }- la historia de su repositorio, donde cada confirmación anterior conserva los archivos viejos: pida que la reescriban a quien lo administra
    { "  " }- el sitio publicado, hasta que vuelva a construirlo y publicarlo; los archivos de la web y las copias que alguien guardó
    { "  " }- las dos últimas salidas en este equipo (public/ y .tragaluz/), hasta que haya construido dos veces
    { "  " }- las sumas anteriores en data/{ $dataset }/releases.jsonl: quien conozca todo lo demás de una tabla puede probar contra ellas un valor corto, como un teléfono. Quitar filas deja más por adivinar que vaciar una celda.
takedown-notes = { "  " }- las notas de las versiones que contienen un valor que usted nombró: { $named }. Las líneas del registro de versiones no se reescriben.
converted = { $rows ->
    [one] { $rows } fila escrita
   *[other] { $rows } filas escritas
} en { $out }
redacted = { $out } es una copia de { $file }.
redacted-nothing = No se encontró nada que hubiera que quitar.
redacted-masked = Se enmascaró:
redacted-count = { $count ->
    [one] una vez
   *[other] { $count } veces
}
redacted-in-text = en el texto
redacted-in-notes = en títulos, encabezados y notas
redacted-left-out = { $count ->
    [one] Se omitió con todo lo que había en ella la columna { $names }.
   *[other] Se omitieron con todo lo que había en ellas las columnas { $names }.
}
redacted-kept = Sigue en la copia, porque solo una persona puede estar segura (--also CLASE lo quita también):
redacted-hidden = { $count ->
    [one] No está en la copia la hoja oculta { $names }.
   *[other] No están en la copia las hojas ocultas { $names }.
}
redacted-workbook = La copia es un libro nuevo, solo con los valores: no tiene fórmulas, comentarios, imágenes, propiedades ni autores.
redacted-picture = { $count ->
    [0] La imagen no llevaba escrito nada además de lo que se ve.
   *[other] Se quitó del archivo, donde las cámaras y los programas escriben lugares, horas y nombres: { $parts }.
} Lo que se ve en ella sigue igual: busque caras, placas y papeles, y tápelos con un editor de imágenes.
redacted-encoding = La copia está en UTF-8: { $encoding ->
    [UTF-8] en el archivo hay, entre lo demás, bytes que no son UTF-8 o no son de un texto.
   *[other] { $encoding }, tal como está en el archivo, no se puede escribir otra vez.
}
redacted-checked = La copia se leyó de nuevo, y no queda en ella nada { $count ->
    [one] de la clase que se buscó
   *[other] de las { $count } clases que se buscaron
} (--format json las enumera). Ningún programa conoce todos los nombres ni todas las historias que dicen quién es alguien: léala antes de publicarla.
redacted-withheld = Mientras los dos estén en el portal, se publica { $out } en lugar de { $file }. Más seguro aún es guardar el original en otra parte.
redacted-published = { $file } mismo está en la carpeta del portal, y de ahí se publicará: sáquelo de ella.
profile-head = { $file }: { $rows } filas, { $columns } columnas, { $encoding }
profile-columns = columna	tipo	vacías	distintos	desde	hasta	más frecuentes
# Lo que muestra una terminal mientras dura un trabajo largo. “stage” es el nombre de una etapa, como lo escribe --timings.
progress-stage = { $stage ->
    [source] Se lee el portal
    [model] Se lee el portal
    [inputs] Se busca lo que cambió
    [data] Se leen los archivos de datos
    [gate] Se buscan datos personales
    [figures] Se buscan las cifras
    [charts] Se dibujan las gráficas
    [plan] Se hacen las páginas
    [pages] Se hacen las páginas
    [profiles] Se hacen las páginas
    [downloads] Se escriben las descargas
    [joined] Se escriben las descargas
    [archives] Se escriben las descargas
    [images] Se hacen las imágenes
    [cards] Se hacen las imágenes
    [catalogs] Se escriben los catálogos
    [search] Se escribe el buscador
    [links] Se pregunta por direcciones ajenas
    [editions] Se escriben las ediciones sin conexión
    [versions] Se comparan las versiones
    [audit] Se revisan las páginas terminadas
    [output] Se escribe el sitio
    [publish] Se escribe el sitio
    [files] Se escribe el sitio
   *[other] En curso
}
progress-rows = Se lee { $file }:
progress-rate = { $count } ({ $rate } por segundo)

timings-stages = En qué se fue el tiempo, por etapa:
timings-whole = en total
timings-slowest = Los archivos más lentos:

### Por qué el programa no pudo hacer lo que se le pidió.

io-cause = { $cause ->
        [permission] esta computadora no se lo permite
        [gone] no hay tal archivo o carpeta
        [full] el disco está lleno
        [read-only] el disco solo se puede leer
        [exists] ya hay algo con ese nombre
        [busy] otro programa lo está usando
        [no-folder] una parte de su ruta es un archivo y no una carpeta
        [folder] es una carpeta
        [no-file] no es un archivo
        [name] este disco no acepta ese nombre
        [foreign] no lo hizo el programa
       *[other] el sistema lo rechazó (detalle técnico: { $detail })
    }
    .help = { $cause ->
        [permission] Dese el permiso (en sus propiedades, bajo seguridad o permisos; chmod en Linux y macOS) o escoja otro lugar.
        [gone] Vea si el nombre está bien y si otro programa lo movió.
        [full] Haga espacio en el disco, o escoja con --out una carpeta de otro, e intente de nuevo.
        [read-only] Escoja con --out una carpeta de otro disco.
        [exists] Sáquelo de ahí o escoja otro nombre.
        [busy] Cierre el programa que lo tiene abierto (una hoja de cálculo, una carpeta sincronizada) e intente de nuevo.
        [name] Escoja un nombre más corto, sin signos como : o ?.
        [no-folder] Corrija la ruta: lo que está antes de una / debe ser una carpeta.
        [folder] Indique un archivo.
        [no-file] Indique un archivo común.
       *[other] Mire lo que dice el sistema e intente de nuevo.
    }
wrong-command = { $kind ->
        [unknown-argument] «{ $arg }» no es una opción ni un valor que acepte esta orden
        [unknown-verb] No existe la orden «{ $arg }»
        [wrong-value] «{ $value }» no se puede dar para { $arg }
        [no-value] Falta un valor después de { $arg }
        [missing] Falta algo: { $arg }
        [conflict] { $arg } no se puede dar junto con { $other }
        [values] { $arg } tiene demasiados valores, o muy pocos
        [utf8] Lo escrito no es texto en UTF-8
        [base-url] La dirección dada con --base-url no está completa
        [as-of] «{ $text }», dado con --as-of, no es una fecha
        [limit] «{ $given }» no es un límite que se pueda cambiar
        [not-published] addresses.txt no lista ninguna dirección «{ $address }», así que no se puede renunciar a ella
        [no-code] No existe ningún hallazgo llamado «{ $code }»
        [publish-host] Aquí no se conoce ningún servidor «{ $given }»
        [publish-setup] Aquí no se sabe qué escribir para «{ $given }»
        [publish-setup-exists] { $path } ya existe y es otro
        [publish-nowhere] No se dice dónde publicar
        [publish-several] tragaluz.toml nombra varios destinos: { $names }
        [publish-unknown] Ningún destino se llama «{ $given }»
        [publish-no-target] «{ $target }» no es un destino que este programa conozca
        [publish-no-site] En { $dir } no hay un sitio generado
        [publish-busy] En este momento otra ejecución publica en { $target }
        [publish-nothing-before] Aquí no se sabe qué había antes en { $target }
        [publish-password] La dirección contiene una contraseña
        [publish-absent] Este programa se hizo sin la parte que publica en { $target }
        [no-dataset] No hay un conjunto de datos «{ $dataset }» con una tabla
        [add-name] «{ $name }» no puede ser el nombre de un conjunto de datos
        [add-taken] Ya existe un conjunto de datos «{ $name }»
        [add-within] { $file } ya está entre los datos del portal
        [add-special] { $file } es un enlace o un dispositivo, no un archivo
        [add-twice] Dos de los archivos se llaman como { $file }
        [add-title] Se dio un solo título para varios conjuntos de datos
        [add-nothing] No contiene nada que se pueda publicar
        [add-page-title] A una página nueva le falta su título
        [add-page-id] «{ $id }» no puede ser el nombre de una página
        [add-page-taken] Ya existe una página «{ $id }» de este tipo: { $file }
        [add-page-fact] Una página de este tipo no tiene el dato «{ $name }»
        [add-page-required] Toda página de este tipo da { $known }
        [add-page-options] { $option } es para páginas, y { $file } no es el nombre de un tipo de página
        [add-page-files] Una página se hace de un solo documento
        [update-none] El portal no tiene datos de los que { $file } sea una nueva edición
        [update-several] No está claro en lugar de qué archivo va { $file }
        [document] { $why ->
            [old] { $file } es un documento de un Word anterior, o tiene contraseña
            [damaged] { $file } está dañado: no se puede leer hasta el final
            [locked] { $file } tiene contraseña
            [many] { $file } tiene más piezas que cualquier documento de verdad
            [empty] { $file } no tiene palabras
           *[format] { $file } no es un documento de Word (.docx) ni un texto de OpenDocument (.odt)
        }
        [document-limit] { $file } excede el límite { $setting }: { $most }
        [add-no-page] No existe un compromiso «{ $id }»
        [export-absent] Este programa se hizo sin la parte que escribe libros de cálculo: { $file }
        [import-changed] Alguien más cambió { $file } mientras tanto
        [add-hand] { $file } está escrito de una manera que conviene cambiar a mano
        [release-earlier] La última versión de «{ $dataset }» es de una fecha posterior, { $date }
        [release-undated] Una versión necesita su fecha
        [no-key] «{ $given }» no es una clave pública ni un archivo que contenga una
        [no-figure] «{ $text }» no es un número
        [links-absent] Este programa se compiló sin la parte que pregunta a otras computadoras
        [sign-absent] Este programa se compiló sin la parte que firma
        [sign-key] Aquí no hay una clave secreta
        [sign-password] La clave secreta está protegida con una contraseña, y aquí no se puede preguntar a nadie por ella
        [sign-locked] La contraseña no abre la clave secreta
        [sign-other-key] El sitio publica otra clave pública (minisign.pub) que la que corresponde a esta clave secreta
        [no-versions] Ningún conjunto de datos «{ $dataset }» tiene versiones aquí
        [no-version] «{ $dataset }» no tiene una versión con este número: la más reciente es la { $version }
        [since] «{ $text }» no nombra una versión
        [no-net] Este programa se hizo sin la parte que lee de la red, como { $url }
        [no-web] { $url } no es una dirección completa
        [no-copy] { $dir } no es una carpeta
        [takedown-what] A una retirada hay que decirle qué retira
        [takedown-reason] --where y --column retiran algo, y la razón dada es otra
        [takedown-one] Una retirada es de un solo conjunto de datos, que hay que nombrar
        [takedown-where] Lo que sigue a --where no es COLUMNA=VALOR
        [takedown-column] Ninguna versión del conjunto tiene una columna «{ $column }»
        [takedown-held] Lo que se quiere retirar sigue en los datos: { $rows ->
            [0] { $cells ->
                [one] una celda
               *[other] { $cells } celdas
            }
            [one] una fila
           *[other] { $rows } filas
        } de { $table }
        [dir-not-empty] { $dir } no está vacía
        [new-nothing] No se dice nada en --{ $question }
        [new-licence] «{ $given }» no es una licencia que se le pueda dar a un portal nuevo
        [serve-host] La vista previa no se puede mostrar en { $host }: { io-cause }
        [serve-port] Ningún puerto del { $first } al { $last } está libre
        [no-format] No existe el formato «{ $format }»
        [no-ending] El nombre { $name } no dice un formato
        [format-refuses] En { $format } no cabe esta tabla: { $reason ->
            [too-many-rows] admite a lo más { $limit } filas
            [too-many-columns] admite a lo más { $limit } columnas
            [too-long-cells] una celda puede tener a lo más { $limit } caracteres
           *[no-geometry] ninguna columna tiene coordenadas
        }
        [same-file] El archivo que se lee y el que se escribe son el mismo
        [file-exists] { $out } ya existe
        [no-theme] El programa no trae un tema { $name }
        [no-theme-file] El tema no tiene un archivo { $name }
        [same-out] El mismo archivo se escribiría dos veces
        [redact-kind] No hay ninguna clase de dato personal que se llame «{ $kind-asked }»
        [redact-same] { $file } y la copia son el mismo archivo
        [redact-exists] { $out } ya existe
        [redact-ending] La copia de { $file } no puede llamarse { $out }
        [redact-fixed] { $file } se llama así porque los programas lo buscan con ese nombre: ninguna copia junto a él puede ocupar su lugar
        [redact-name] El nombre mismo del archivo contiene datos personales
        [redact-form] { $what ->
            [folder] { $file } no es un archivo
            [pdf] { $file } es un PDF, y en un PDF quedan palabras donde nadie las ve: no se puede testar bien
            [office] { $file } es un documento de oficina, que guarda palabras anteriores, comentarios y nombres de autores: no se puede testar bien
            [packed] { $file } contiene varios archivos
            [picture] { $file } es una imagen de un formato del que aquí no se puede quitar lo que lleva escrito dentro
           *[unknown] { $file } no es ni una tabla ni un texto que se pueda leer aquí
        }
        [redact-picture] { $why ->
            [large] { $file } pesa más de { $most } MiB
            [format] { $file } no es la imagen que dice su nombre
           *[damaged] { $file } está dañado, o sus partes no son lo que pide su formato
        }
        [redact-refused] { $reason ->
            [nothing-left] Se omitirían todas las columnas de { $file }
            [fixed-places] Las celdas de { $file } están en lugares fijos de cada línea, y de ahí no se puede omitir una columna
            [no-column] { $file } no tiene ninguna columna «{ $name }»
            [too-large] { $file } tiene más filas, columnas o letras de las que caben en una hoja de cálculo
            [no-workbooks] Este programa se hizo sin la parte que escribe hojas de cálculo
           *[not-clean] Después de quitar todo lo que se encontró en { $file }, todavía quedaba algo ({ $kinds }). No se hizo ninguna copia
        }
       *[other] La orden no se entiende
    }.
    .help = { $kind ->
        [unknown-argument] { $near ->
            [none] «tragaluz{ $verb } --help» enumera lo que acepta.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [unknown-verb] { $near ->
            [none] «tragaluz --help» enumera las órdenes.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [wrong-value] { $known ->
            [none] «tragaluz{ $verb } --help» dice qué acepta.
           *[other] Escriba uno de estos: { $known }.
        }
        [no-value] { $known ->
            [none] Escríbalo después de la opción, como --out public.
           *[other] Escriba uno de estos: { $known }.
        }
        [publish-host] Escriba uno de estos: { $names }.
        [publish-setup] Escriba uno de estos: { $names }.
        [publish-setup-exists] Conserve el suyo, o escriba sobre él con --over.
        [publish-nowhere] Indique una carpeta o una dirección, o escriba en tragaluz.toml [publish.NOMBRE] con to = "…".
        [publish-several] Indique uno de ellos.
        [publish-unknown] { $near ->
            [none] Los nombres son los de [publish.NOMBRE] en tragaluz.toml. Si es una carpeta, escriba ./{ $given }.
           *[other] ¿Quiso decir «{ $near }»? Si es una carpeta, escriba ./{ $given }.
        }
        [publish-no-target] Indique una carpeta, o una dirección como git:origin#gh-pages.
        [publish-no-site] Ejecute antes «tragaluz build».
        [publish-busy] Espere a que termine y publique entonces.
        [publish-nothing-before] Desde aquí solo se recupera lo que esta misma computadora publicó. Si no, tome de su repositorio el estado anterior del portal, genérelo y publíquelo.
        [publish-password] Quítela y cámbiela, pues otras personas pueden haberla visto. Las contraseñas se leen del entorno, o las pide el programa que se conecta.
        [publish-absent] Use un programa ya listo, o compílelo con --features { $feature }.
        [no-dataset] { $near ->
            [none] Los conjuntos de datos son las carpetas de data/.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [add-name] { $near ->
            [none] Dé uno con --name: minúsculas sin acentos, cifras y guiones.
           *[other] Escriba --name { $near }.
        }
        [add-taken] Dé otro nombre con --name. Si son datos nuevos de ese conjunto, ponga el archivo en lugar del anterior en data/{ $name }/.
        [add-within] Una carpeta que está ahí sin dataset.md se puede agregar entera; un archivo conviene sacarlo antes de data/.
        [add-special] Copie en la carpeta el archivo al que lleva, o quítelo.
        [add-twice] Dé otro nombre a uno de los dos, o agréguelos como dos conjuntos.
        [add-title] Agréguelos uno por uno, o dé --name para hacer de todos un solo conjunto.
        [add-nothing] Mire si es el archivo correcto, y si tiene filas debajo de su encabezado.
        [add-page-title] Escríbalo: --title "Lo que prometemos".
        [add-page-id] Dé otro con --id: letras sin acentos, dígitos y guiones, 64 a lo más.
        [add-page-taken] Abra esa página, o dé otro nombre a la nueva con --id. No se cambió nada.
        [add-page-fact] { $near ->
            [none] Los datos de este tipo son: { $known }.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [add-page-required] Dígalo con --fact, por ejemplo --fact { $name }=VALOR. Los ajustes del portal lo piden.
        [add-page-options] Los tipos de página son: { $known }. Escriba, por ejemplo: tragaluz add commitment --title "Lo que prometemos".
        [add-page-files] Agregue los documentos uno por uno.
        [update-none] Nombre el conjunto con --name; debe tener un archivo con la misma terminación. Sin --update el archivo se agrega como conjunto nuevo.
        [update-several] Dé al archivo el nombre de uno de estos: { $names }.
        [document] { $why ->
            [old] Ábralo, quite la contraseña si la tiene, y guárdelo como .docx.
            [damaged] Ábralo en el programa con el que se escribió, y guárdelo de nuevo.
            [locked] Ábralo, quite la contraseña y guárdelo de nuevo.
            [many] Mire de dónde viene.
            [empty] Mire si es el correcto. Una página escaneada no tiene palabras, solo la imagen de ellas.
           *[format] Guárdelo como .docx u .odt. Los archivos de datos se agregan sin tipo de página: tragaluz add ARCHIVO.
        }
        [document-limit] Mire de dónde viene. Si es de confianza, suba el límite en tragaluz.toml, en [limits].
        [add-no-page] { $near ->
            [none] Escriba --of con el nombre de un archivo de content/commitments, sin su terminación.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [export-absent] Nombre una carpeta: cada hoja será un CSV en ella.
        [import-changed] Importe el libro otra vez: muestra qué es distinto ahora. No se cambió nada.
        [add-hand] Ábralo, y escriba debajo de «milestones» el número, el texto y lo demás que se sepa.
        [release-earlier] Escriba esa fecha u otra posterior: --as-of { $date }
        [release-undated] Escríbala: --as-of 2026-01-31. Es el día que los lectores verán junto a la versión.
        [takedown-what] Nombre las filas por una celda, la columna cuyas celdas se vacían, o ambas: --where id=17, --column telefono. Todas las versiones se reescriben sin ellas.
        [takedown-reason] Escriba --reason takedown, o quite las dos opciones.
        [takedown-one] Escriba su nombre: tragaluz release CONJUNTO --reason takedown …
        [takedown-where] Escríbalo así: --where id=17, o "--where=nombre=Ana Ruiz". El valor es el del CSV que se publica.
        [takedown-column] { $near ->
            [none] Las columnas son las del CSV que se publica.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [takedown-held] Quítelo primero de los archivos de data/{ $dataset }/: si no, la versión siguiente lo traería de vuelta. No se cambió nada.
        [conflict] Dé uno solo de los dos, una vez.
        [redact-kind] { $near ->
            [none] Escriba algunas de estas: { $known }.
           *[other] ¿Quiso decir «{ $near }»? Las hay: { $known }.
        }
        [redact-same] Dé otro nombre a la copia, o ninguno: nunca se escribe sobre el original.
        [redact-exists] Dé otro nombre a la copia, o escriba encima con --force.
        [redact-ending] Dele un nombre que termine en { $ending }.
        [redact-fixed] Dé un nombre a la copia: tragaluz redact { $file } COPIA{ $ending }; luego pase usted sus palabras al archivo.
        [redact-name] Dé a la copia un nombre que no los tenga: tragaluz redact ARCHIVO COPIA{ $ending }; y guarde el archivo mismo fuera del portal.
        [redact-form] { $what ->
            [folder] Nombre los archivos uno por uno.
            [pdf] Quite los datos en el programa con que se hizo el PDF y expórtelo de nuevo; «tragaluz check» dice si queda algo.
            [office] Quite los datos en el programa con que se escribió, borre sus propiedades, comentarios y cambios registrados (Archivo, Información, Inspeccionar documento) y guárdelo de nuevo; o guárdelo como texto y teste ese.
            [packed] Desempáquelo, teste cada archivo y empáquelos de nuevo.
            [picture] Tape lo que no debe verse con un editor de imágenes y guárdela como un JPEG o PNG nuevo.
           *[unknown] Guárdelo como CSV, como hoja de cálculo (XLSX, XLS, ODS), como JSON o como texto, y teste ese.
        }
        [redact-picture] { $why ->
            [large] Hágala más pequeña, o suba el límite con --limit image_mib=NÚMERO.
           *[other] Ábrala en un editor de imágenes y guárdela como un JPEG o PNG nuevo.
        }
        [redact-refused] { $reason ->
            [nothing-left] Enmascare las celdas: quite --leave-out, o algunas de las columnas.
            [fixed-places] Enmascare las celdas; o convierta primero el archivo: tragaluz convert { $file } COPIA.csv
            [no-column] { $near ->
                [none] «tragaluz profile { $file }» enumera las columnas.
               *[other] ¿Quiso decir «{ $near }»?
            }
            [too-large] Conviértalo primero y teste ese: tragaluz convert { $file } COPIA.csv
            [no-workbooks] Conviértalo primero y teste ese: tragaluz convert { $file } COPIA.csv
           *[not-clean] Conviértalo primero y teste ese: tragaluz convert { $file } COPIA.csv; u omita las columnas con --columns.
        }
        [base-url] Escríbala completa, como --base-url https://datos.ejemplo.org/.
        [as-of] { $near ->
            [none] Escriba un día del calendario, primero el año, como --as-of 2024-06-30.
           *[other] Escriba --as-of { $near }.
        }
        [limit] Escriba --limit NOMBRE=NÚMERO, con uno de estos nombres: { $known }.
        [not-published] { $near ->
            [none] Copie una dirección del hallazgo address-lost o de ese archivo; para renunciar a todas las de una carpeta, termine su nombre en /.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [no-code] { $near ->
            [none] «tragaluz explain» sin código los enumera todos.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [no-key] Escriba la clave de 56 letras, o el nombre de un archivo como minisign.pub.
        [no-figure] Escriba solo la cifra, con su signo de porcentaje si lo tiene: --figure "35 %"
        [links-absent] Use un programa publicado, o compile uno con --features net.
        [sign-absent] Firme con minisign, que hace lo mismo: minisign -S -m public/SHA256SUMS; o use un programa compilado con --features sign.
        [sign-key] Indique su archivo: tragaluz sign --key ARCHIVO; «minisign -G» hace un par de claves. Donde nadie puede indicar un archivo, ponga su texto en TRAGALUZ_SIGN_KEY.
        [sign-password] Ejecute la orden en una terminal, o ponga la contraseña en TRAGALUZ_SIGN_PASSWORD.
        [sign-locked] Inténtelo de nuevo. Una contraseña perdida se pierde para siempre: haga un nuevo par de claves y diga la nueva clave pública donde se decía la anterior.
        [sign-other-key] Firme con esa clave; o escriba la nueva clave pública en tragaluz.toml, bajo [portal], como public_key, y genere de nuevo el sitio.
        [no-versions] { $near ->
            [none] «tragaluz verify» sin --since dice cuántos conjuntos tienen versiones.
           *[other] ¿Quiso decir «{ $near }»?
        }
        [no-version] Escriba esa u otra anterior: --since { $dataset }@{ $version }
        [since] Escriba el conjunto, @ y el número: --since presupuesto@3
        [no-net] Descargue el sitio en una carpeta e indíquela, o use un programa que tenga la parte «net».
        [no-web] Escríbala completa, como https://datos.example.org/.
        [no-copy] Indique la carpeta de la copia, como public o la de la memoria USB: tragaluz verify CARPETA
        [dir-not-empty] Indique una carpeta que todavía no exista, o una que solo tenga un repositorio de Git.
        [new-nothing] Escríbalo después de --{ $question }, o no use la opción.
        [new-licence] Escriba una de estas: { $known }. Otra se puede escribir después en tragaluz.toml.
        [serve-host] Con --host, nombre una dirección de este equipo, o no use la opción.
        [serve-port] Indique otro con --port.
        [no-format] Escriba uno de estos: { $known }.
        [no-ending] Termínelo en uno de estos o indíquelo con --to: { $known }.
        [format-refuses] Escoja otro formato, como csv o json.
        [same-file] Dé otro nombre al archivo nuevo.
        [file-exists] Nombre otro archivo, o escriba encima con --force.
        [no-theme] Con él vienen estos: { $known }.
        [no-theme-file] { $near ->
                [none] Sin nombrar ninguno, se copian todos.
               *[other] ¿Quiso decir { $near }? Sin nombrar ninguno, se copian todos.
            }
        [same-out] Nombre cada archivo una sola vez.
       *[other] «tragaluz{ $verb } --help» dice cómo se escribe.
    }
    .title = La orden no se puede ejecutar
    .why = Lo pedido no se puede hacer tal como se pidió, y hacer otra cosa en su lugar sería peor.
no-portal = Esta no es la carpeta de un portal: no hay tragaluz.toml aquí ni más arriba.
    .help = Vaya a la carpeta del portal o indíquela con --root; «tragaluz new CARPETA» crea uno nuevo.
    .title = En esta carpeta no hay un portal
    .why = El archivo tragaluz.toml hace de una carpeta un portal: sin él nadie sabe su nombre, sus idiomas ni su dirección.
output-refused = { $kind ->
        [output-foreign] En { $dir } hay archivos que tragaluz no hizo: { $names }{ $more ->
            [0] { "" }
           *[other] { " " }y { $more } más
        }. No se tocó nada.
        [output-without-marker] { $dir } tiene una lista de sumas (SHA256SUMS) pero ningún .tragaluz.json a su lado: la hizo una versión anterior de tragaluz u otro programa. No se tocó nada, porque no se puede saber cuáles archivos son suyos. { $count ->
            [0] La lista nombra todo lo que hay.
           *[other] Lo que la lista no nombra: { $names }{ $more ->
                [0] { "" }
               *[other] { " " }y { $more } más
            }.
        }
        [output-list-changed] En { $dir } la lista de sumas (SHA256SUMS) no es la que corresponde a .tragaluz.json, así que no se puede saber cuáles archivos hizo tragaluz. No se tocó nada. Contiene { $names }{ $more ->
            [0] { "" }
           *[other] { " " }y { $more } más
        }.
        [output-is-file] { $dir } es un archivo, y la salida tiene que ser una carpeta.
        [output-is-special] { $dir } es un dispositivo, una tubería o un socket, y la salida tiene que ser una carpeta.
        [output-dangling] { $dir } es un enlace que no lleva a ninguna parte: no existe { $other }.
        [output-unlistable] No se puede ver qué hay en { $dir }: { io-cause }.
        [output-is-source] { $dir } es { $other } del propio portal, que al generar se reemplazaría.
        [output-holds-source] { $dir } contiene { $other } del propio portal, que al generar se reemplazaría.
        [output-in-source] { $dir } está dentro de { $other } del portal, donde la próxima generación tomaría el sitio por contenido.
        [output-other-disk] { $dir } es otro disco dentro de la carpeta de salida y no se puede pasar a la nueva. No se tocó nada.
        [output-is-disk] { $dir } es un disco aparte o una carpeta compartida y no se puede cambiar por una nueva. El último sitio sigue en su lugar.
       *[output-not-carried] { $dir } en la carpeta de salida, que tragaluz no hizo, no se pudo pasar a la nueva: { io-cause }. El último sitio sigue en su lugar.
    }
    .help = { $kind ->
        [output-foreign] Indique otra carpeta con --out o saque los archivos de allí.
        [output-without-marker] Cambie el nombre de la carpeta, genere otra vez y ponga lo suyo en la nueva: allí se queda.
        [output-list-changed] Devuelva la lista a como estaba (con Git: «git checkout -- SHA256SUMS .tragaluz.json»), o cambie el nombre de la carpeta, genere otra vez y ponga lo suyo en la nueva.
        [output-dangling] Cree esa carpeta o quite el enlace.
        [output-unlistable] Dese permiso para leerla o indique otra carpeta con --out.
        [output-holds-source] Indique otra carpeta con --out, por ejemplo public.
        [output-other-disk] Desmóntelo o indique otra carpeta con --out.
        [output-is-disk] Indique con --out una carpeta dentro de ella.
        [output-not-carried] Sáquelo de la carpeta de salida y genere otra vez.
       *[other] Indique otra carpeta con --out.
    }
    .title = La carpeta de salida no se puede usar
    .why = Una generación reemplaza lo que hizo una anterior y nada más: si no puede distinguir lo uno de lo otro, no toca nada.
system-refused = { $action ->
        [reading] Esto no se puede leer
        [copying] Esto no se puede copiar
        [moving] Esto no se puede mover
        [restoring] El último sitio no se puede devolver a su lugar
        [placing] El archivo o el sitio terminado no se puede poner aquí
       *[writing] Esto no se puede escribir
    }: { io-cause }.
    .help = { io-cause.help }
    .title = El sistema no deja leer ni escribir
    .why = Sin eso el trabajo no puede seguir. El último sitio queda como está.
file-changed = Este archivo cambió, o desapareció, mientras se leía.
    .help = Cierre los programas que escriben en él e intente de nuevo.
    .title = Un archivo cambió mientras se leía
    .why = Las páginas, las descargas y las sumas mostrarían cada una otro estado del archivo.
program-fault = Algo falló en el programa mismo (detalle técnico: { $detail }).
    .help = Por favor avísenos de esto: lo que hizo y la línea de arriba.
    .title = El programa mismo tiene una falla
    .why = Es una falla del programa y no de su portal.

### La ayuda en la línea de órdenes.

help-usage = Uso:
help-commands = Órdenes:
help-arguments = Argumentos
help-options = Opciones
help-command = ORDEN
help-any-options = [OPCIONES]
help-default = [si no se dice: { $value }]
help-values = [uno de: { $values }]
help-help = Muestra esto
help-version = Muestra la versión
