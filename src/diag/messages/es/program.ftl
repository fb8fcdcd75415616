### The program's own sentences.

word-error = error
word-warning = warning
word-note = note
word-help = help
