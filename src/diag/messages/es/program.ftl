### Las frases propias del programa.

word-error = error
word-warning = advertencia
word-note = nota
word-help = ayuda
