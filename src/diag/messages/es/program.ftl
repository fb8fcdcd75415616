### Las frases propias del programa.

word-error = error
no-portal = Esta no es la carpeta de un portal: no hay tragaluz.toml aquí ni más arriba. Vaya a la carpeta del portal o indíquela con --root; «tragaluz new CARPETA» crea uno nuevo.
wrong-base-url = --base-url pide una dirección completa, como https://datos.ejemplo.org/.
wrong-as-of = --as-of pide una fecha como 2024-06-30, no «{ $text }».
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
not-published = addresses.txt no lista ninguna dirección «{ $address }», así que no se puede renunciar a ella. { $near ->
    [none] Copie una dirección del hallazgo address-lost o de ese archivo; para renunciar a todas las de una carpeta, termine su nombre en /.
   *[other] ¿Quiso decir «{ $near }»?
}
nothing-found = Nada que corregir en { $pages } páginas.
not-built = No se publicó nada: corrija los errores de arriba y vuelva a generar.
not-built-kept = No se publicó nada: corrija los errores de arriba y vuelva a generar. El último sitio bueno sigue en { $out }.
built = Se generaron { $pages } páginas, { $files } archivos, { $size }. Abra { $index }
left-out = { $count ->
    [one] Una página o un conjunto de datos se dejó fuera por los errores de arriba; su dirección lo dice
   *[other] { $count } páginas o conjuntos de datos se dejaron fuera por los errores de arriba; sus direcciones lo dicen
}: { $units }. Corríjalos y construya otra vez.
no-such-code = No existe ningún hallazgo llamado «{ $code }». { $near ->
    [none] «tragaluz explain» sin código los enumera todos.
   *[other] ¿Quiso decir «{ $near }»?
}
dir-not-empty = { $dir } no está vacía. Indique una carpeta que todavía no exista.
made-new = Hay un portal nuevo en { $dir }. Ahora vaya allí: «tragaluz build» genera el sitio y «tragaluz serve» lo muestra.
weigh-head = bytes   límite  peticiones, segundos a 50 kbit/s, 400 kbit/s y 1.6 Mbit/s, página
wrong-limit = «{ $given }» no es un límite que se pueda cambiar. Escriba --limit NOMBRE=NÚMERO, con uno de estos nombres: { $known }.
serving = El portal está en { $address } (solo en esta computadora). Cada cambio se ve al momento; Ctrl+C lo termina.
rebuilt = Se generó de nuevo: { $pages } páginas.
serving-host = También está en { $address }: lo puede ver quien llegue ahí a este equipo.
serving-name = También responde a { $address }, para lo que llegue aquí con ese nombre.
serve-host = La vista previa no se puede mostrar en { $host }: { $detail }. Con --host, nombre una dirección de este equipo, o no use la opción.
serve-port = Ningún puerto del { $first } al { $last } está libre. Indique otro con --port.
word-warning = advertencia
word-note = nota
word-help = ayuda
findings-more = Hay { $count } más de la clase { $code }; --format json las enumera todas.
nothing-found-in-rows = Nada que corregir en { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
}.
no-such-format = No existe el formato «{ $format }». Los que hay: { $known }.
no-format-of-ending = El nombre { $name } no dice un formato. Termínelo en uno de estos o indíquelo con --to: { $known }.
converted = { $rows ->
    [one] { $rows } fila escrita
   *[other] { $rows } filas escritas
} en { $out }
same-file = El archivo que se lee y el que se escribe son el mismo.
same-out = El mismo archivo se escribiría dos veces.
profile-head = { $file }: { $rows } filas, { $columns } columnas, { $encoding }
profile-columns = columna	tipo	vacías	distintos	desde	hasta	más frecuentes
timings-stages = En qué se fue el tiempo, por etapa:
timings-whole = en total
timings-slowest = Los archivos más lentos:
output-foreign = En { $dir } hay archivos que tragaluz no hizo: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }y { $more } más
}. No se tocó nada. Indique otra carpeta con --out o saque los archivos de allí.
output-without-marker = { $dir } tiene una lista de sumas (SHA256SUMS) pero ningún .tragaluz.json a su lado: la hizo una versión anterior de tragaluz u otro programa. No se tocó nada, porque no se puede saber cuáles archivos son suyos. Cambie el nombre de la carpeta, genere otra vez y ponga lo suyo en la nueva: allí se queda. { $count ->
    [0] La lista nombra todo lo que hay.
   *[other] Lo que la lista no nombra: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }y { $more } más
    }.
}
output-list-changed = En { $dir } la lista de sumas (SHA256SUMS) no es la que corresponde a .tragaluz.json, así que no se puede saber cuáles archivos hizo tragaluz. No se tocó nada. Devuelva la lista a como estaba (con Git: «git checkout -- SHA256SUMS .tragaluz.json»), o cambie el nombre de la carpeta, genere otra vez y ponga lo suyo en la nueva. Contiene { $names }{ $more ->
    [0] { "" }
   *[other] { " " }y { $more } más
}.
output-is-file = { $dir } es un archivo. La salida tiene que ser una carpeta: indique otra con --out.
output-is-special = { $dir } es un dispositivo, una tubería o un socket. La salida tiene que ser una carpeta: indique otra con --out.
output-dangling = { $dir } es un enlace que no lleva a ninguna parte: no existe { $other }. Cree esa carpeta o quite el enlace.
output-unlistable = No se puede ver qué hay en { $dir }: { $other }. Dese permiso para leerla o indique otra carpeta con --out.
output-is-source = { $dir } es { $other } del propio portal, que al generar se reemplazaría. Indique otra carpeta con --out.
output-holds-source = { $dir } contiene { $other } del propio portal, que al generar se reemplazaría. Indique otra carpeta con --out, por ejemplo public.
output-in-source = { $dir } está dentro de { $other } del portal, donde la próxima generación tomaría el sitio por contenido. Indique otra carpeta con --out.
output-other-disk = { $dir } es otro disco dentro de la carpeta de salida y no se puede pasar a la nueva. No se tocó nada. Desmóntelo o indique otra carpeta con --out.
output-is-disk = { $dir } es un disco aparte o una carpeta compartida y no se puede cambiar por una nueva. El último sitio sigue en su lugar. Indique con --out una carpeta dentro de ella.
output-not-carried = { $path } en la carpeta de salida, que tragaluz no hizo, no se pudo pasar a la nueva: { $other }. El último sitio sigue en su lugar. Sáquelo de la carpeta de salida y genere otra vez.
