### Lo que se dice al publicar.

publish-refused = { $kind ->
        [program] El programa «{ $detail }» no está en esta computadora, y con él se llega a { $target }.
        [login] { $target } no le deja entrar: { $detail }
        [login-absent] { $target } pregunta quién es usted, y el entorno no lo dice: { $detail }
        [moved-on] Otra persona publicó en { $target } mientras tanto: { $detail }
        [stranger] En { $target } ya hay otro archivo con este nombre, que este programa no puso ahí.
        [link] En { $target } hay un enlace en lugar de un archivo o una carpeta. No se siguió.
        [altered] Este archivo del sitio no está, o no es el que se generó.
       *[other] { $target } no recibe el sitio: { $detail }
    }
    .help = { $kind ->
        [program] Instálelo, o publique en un destino de otro tipo.
        [login] Revise si su nombre, clave o contraseña son correctos, y si ese programa por sí solo le deja entrar.
        [login-absent] Defina esas variables donde publica. No se guardan ni se muestran.
        [moved-on] Publique otra vez: se mira de nuevo lo que hay ahí.
        [stranger] Muévalo a otra parte. Si puede reemplazarse, publique con --over.
        [link] Quite el enlace, o publique en el lugar al que lleva.
        [altered] Genere el sitio de nuevo y después publique.
       *[other] Lea lo que dice la otra parte y publique otra vez: lo que ya está ahí no se envía de nuevo.
    }
    .title = No se puede publicar en el destino
    .why = Hasta que todo esté ahí, quien lee ve el sitio anterior, o páginas que corresponden a lo que hay; no se toca nada que otras personas hayan puesto ahí.
publish-limit = { $kind ->
        [file] Este archivo tiene { $found } bytes, y { $host } recibe archivos de { $most } como máximo.
        [files] El sitio tiene { $found } archivos, y { $host } recibe { $most } como máximo.
       *[site] El sitio tiene { $found } bytes, y { $host } recibe { $most } como máximo.
    }
    .help = { $kind ->
        [file] Ofrezca los datos en menos formatos o en partes, o publique en otro lugar. { $source }
       *[other] Deje fuera formatos, ediciones o versiones anteriores ([formats], [editions] y [releases] en tragaluz.toml), o publique en otro lugar. { $source }
    }
    .title = Se rebasaría un límite del servidor
    .why = Un servidor que recibe la mitad de un sitio deja a quien lee con enlaces que no llevan a nada.
published-differs = { $found ->
        [none] Este archivo se publicó, y no está ahí.
       *[other] Este archivo no es el que se publicó: se esperaba { $expected } y se encontró { $found }.
    }
    .help = Publique otra vez: se envía de nuevo. Si cambia cada vez, pregunte a quien administra el servidor.
    .title = Un archivo publicado falta o está alterado
    .why = Un servidor que cambia archivos, o una línea que los daña, vuelve falsa una descarga en la que la gente confía.
publish-plan = { $sent ->
    [0] No se enviaría nada a { $target }
    [one] Se enviaría 1 archivo ({ $size }) a { $target }
   *[other] Se enviarían { $sent } archivos ({ $size }) a { $target }
}, { $removed ->
    [0] no se quitaría ninguno
    [one] se quitaría 1
   *[other] se quitarían { $removed }
}; { $same ->
    [one] 1 queda como está
   *[other] { $same } quedan como están
}.
publish-file = { $fate ->
    [new] nuevo
    [replaced] cambia
   *[removed] se quita
}  { $path }{ $fate ->
    [removed] { "" }
   *[other] , { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
}
publish-done = Publicado en { $target }: { $sent ->
    [0] ningún archivo enviado
    [one] 1 archivo enviado ({ $size })
   *[other] { $sent } archivos enviados ({ $size })
}, { $removed ->
    [0] ninguno quitado
    [one] 1 quitado
   *[other] { $removed } quitados
}, { $same ->
    [one] 1 ya estaba ahí
   *[other] { $same } ya estaban ahí
}.
publish-same = Todo está ya en { $target }.
publish-checked = { $files ->
    [one] Se leyó de vuelta 1 archivo
   *[other] Se leyeron de vuelta { $files } archivos
} y se { $files ->
    [one] comparó
   *[other] compararon
}.
publish-set-up = Se escribió { $path }. { $host ->
    [github] Escriba la dirección del repositorio del programa en lugar de REPOSITORY, elija «GitHub Actions» en Settings, Pages, y súbalo.
    [gitlab] Escriba la dirección del repositorio del programa en lugar de REPOSITORY, y súbalo; agregue una ejecución diaria en Build, Pipeline schedules.
    [forgejo] Escriba la dirección del repositorio del programa en lugar de REPOSITORY, y súbalo.
    [nginx] Déselo a quien administra el servidor: se incluye en el bloque «server» del sitio.
   *[iis] Póngalo en la carpeta que sirve IIS, junto a index.html: «publish» lo deja ahí.
}
publish-addresses = Las direcciones de este sitio aún no están en addresses.txt: ejecute «tragaluz build --published».
