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
