### Português. Ainda não revisto por quem o fala como língua materna.
### $n chooses the plural; $shown is the same number written out.

# Language, numbers, dates
language-name = Português
number-decimal = ,
number-group = .
number-group-from = 4
percent = { $shown }%
date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
period = { $start } a { $end }
period-months = { $first } a { $last } de { $year }
period-from = desde { $start }
period-until = até { $end }
bytes-b = { $n ->
    [one] { $shown } byte
   *[other] { $shown } bytes
}
bytes-kb = { $shown } kB
bytes-mb = { $shown } MB
bytes-gb = { $shown } GB
wait-seconds = cerca de { $shown } s com uma conexão lenta (400 kbit/s)
wait-minutes = cerca de { $shown } min com uma conexão lenta (400 kbit/s)

# The frame of every page
home = Início
skip = Ir para o conteúdo
languages = Idiomas
main-menu = Menu principal
menu-more = Mais
menu-datasets = Dados
menu-action-plans = Planos
menu-reports = Relatórios
menu-localities = Lugares
menu-here = (aqui)
breadcrumbs = Você está aqui
also-as = Esta página em outras formas:
# In plain text: "[removed: word]", "[added: word]", "(note 1)", and where its own checksum would stand.
text-removed = suprimido
text-added = acrescentado
text-note = nota
text-sum = consta na própria página: um arquivo não pode conter a sua
text-edition = Texto simples
data-edition = Dados (JSON)
pdf-edition = PDF para imprimir
notice = Cartaz de uma página (PDF)
feed = Acompanhar as mudanças (Atom)
feed-commitment = “{ $title }”: { $status }
feed-milestone = Marco { $number } de “{ $title }”: { $status }
feed-issued = Primeira publicação: { $title }
address = Endereço desta página:
help = Perguntas ou correções?
# A sentence of the ways that there are: "You can write an e-mail, call or come in person. Please …"
help-ways = {"Você pode "}
help-or = {" ou "}
help-by-email = escrever um e-mail
help-by-phone = telefonar
help-by-sms = enviar um SMS
help-by-whatsapp = escrever pelo WhatsApp
help-by-post = enviar uma carta
help-by-hours = vir pessoalmente
help-by-page = usar a página indicada abaixo
help-words = Diga, por favor, de que página se trata.
no-contact = O portal não publica um contato.
published-by = Publicado por
as-of = Os atrasos são contados até { $date }.
untranslated = Esta página não foi traduzida. Seu texto está em { $language }.
pages = Páginas desta lista
previous = Página anterior
next = Próxima página
page-here = { $shown } (esta página)
list-here = (esta lista)
page-before = Antes desta:
page-after = Depois desta:
narrow = Mostrar só
browse = Por onde começar
table = Tabela
back-to-text = Voltar ao texto, nota

# The first page
home-places = Por lugar
home-topics = Por tema
home-data-places = Dados por lugar
home-data-topics = Dados por tema
all-localities = Todos os lugares
all-policy-areas = Todos os temas
all-sectors = Todos os setores
home-standing = Como vão os compromissos
home-changes = Últimas mudanças
home-all = Tudo o que há aqui
home-registers = O que estas páginas dizem, também como dados:
news-milestones = { $n ->
    [one] Marco { $numbers }:
   *[other] Marcos { $numbers }:
}
news-dataset = Dados atualizados
news-first-dataset = Novo conjunto de dados
news-report = Relatório publicado ou corrigido
news-commitment = Página do compromisso atualizada
news-action-plan = Plano de ação atualizado
news-initiative = Iniciativa atualizada
news-page = Página atualizada

# What is not known
not-given = A fonte não informa:
comma = {", "}
full-stop = .
semicolon = {"; "}
colon = {": "}
sentence-gap = {" "}
gap-modified = quando foi atualizado
gap-next-update = quando será atualizado
gap-column-meanings = o que significam suas colunas
gap-some-column-meanings = o que significam algumas colunas
gap-licence = a licença
gap-limits = o que os dados não podem dizer
gap-provenance = como os dados foram feitos
gap-publisher = quem publica
gap-contact = a quem perguntar
gap-frequency = de quanto em quanto tempo se atualiza
gap-issued = quando foi publicado pela primeira vez
gap-time-covered = que período abrange
gap-area-covered = que área abrange
gap-sources = de onde vêm os dados
gap-fact-sources = de onde vêm estas informações
gap-institutions = quem é responsável
gap-locality = onde se faz
gap-period = suas datas
gap-milestones = seus marcos
gap-milestone-dates = as datas de alguns marcos
gap-section-problem = o problema
gap-section-status-quo = como estava antes
gap-section-action = o que será feito
gap-section-contribution = como ajudará
gap-section-long-term-goal = a meta de longo prazo
gap-section-text = o texto sob alguns títulos
gap-action-plan = seu plano de ação
gap-roles = que instituição encabeça
gap-policy-areas = seus temas
gap-sector = seu setor
gap-inception-report = o relatório inicial
gap-values = os valores de governo aberto a que serve
gap-value-reasons = por que serve a esses valores
gap-verifiable = se pode ser verificado
gap-relevance = se serve a um valor de governo aberto
gap-commitments = seus compromissos
gap-plan-text = o próprio plano
gap-completion = até onde chegou o compromisso
gap-evaluated = que compromisso avalia
gap-as-planned = se os marcos foram realizados como planejado
gap-report-date = a data do relatório
gap-evaluators = quem avaliou
gap-answers = as respostas a algumas perguntas do formulário
gap-level = o nível de governo
not-published = Não publicado
not-reported = Não informado
empty-list = Ainda não há nada aqui.
empty-cell = sem valor

# Kinds of things
commitment = Compromisso
commitments = Compromissos
milestones = Marcos
report = Relatório de fim de compromisso
reports = Relatórios de fim de compromisso
action-plan = Plano de ação
action-plans = Planos de ação
institution = Instituição
institutions = Instituições
policy-area = Tema
policy-areas = Temas
sector = Setor
sectors = Setores
value = Valor
values = Valores de governo aberto
locality = Lugar
localities = Lugares
status = Situação
statuses = Situações de andamento
status-unused = Nenhum compromisso nem marco
initiative = Iniciativa
initiatives = Iniciativas
practice = Boa prática
practices = Boas práticas
dataset = Conjunto de dados
datasets = Conjuntos de dados
all-datasets = Todos os conjuntos de dados
all-action-plans = Todos os planos de ação
all-reports = Todos os relatórios
all-initiatives = Todas as iniciativas
all-practices = Todas as boas práticas
document = Documento
documents = Documentos
page = Página
news = Notícias
offline = Edições sem conexão

# Statuses
status-not-started = Não iniciado
status-in-progress = Em andamento
status-stuck = Parado
status-finished = Concluído
status-incomplete = Incompleto
status-not-reported = Não informado
status-not-started-means = O trabalho não começou.
status-in-progress-means = O trabalho começou e continua.
status-stuck-means = O trabalho começou e por enquanto não pode continuar.
status-finished-means = Foi feito tudo o que se prometeu.
status-incomplete-means = O prazo venceu e nem tudo o que se prometeu foi feito.
status-not-reported-means = Nenhuma situação foi publicada. Isso não quer dizer que nada foi feito. Se um relatório avaliou o compromisso, seu resultado é mostrado.
status-computed = segundo seus marcos
overdue-since = Atrasado desde
ended-unreported = Prazo vencido ({ $date }), sem resultado informado
ended = Prazo vencido
overdue = Atrasados
unreported = Prazo vencido, sem resultado informado
commitments-n = { $n ->
    [0] Nenhum compromisso
    [one] { $shown } compromisso
   *[other] { $shown } compromissos
}
initiatives-n = { $n ->
    [one] { $shown } iniciativa
   *[other] { $shown } iniciativas
}
practices-n = { $n ->
    [one] { $shown } boa prática
   *[other] { $shown } boas práticas
}
milestones-n = { $n ->
    [0] Nenhum marco
    [one] { $shown } marco
   *[other] { $shown } marcos
}
# All things of a strip have one status: after their number ("4 commitments, all finished").
alike-not-started = { $n ->
    [one] não iniciado
   *[other] nenhum iniciado
}
alike-in-progress = { $n ->
    [one] em andamento
   *[other] todos em andamento
}
alike-stuck = { $n ->
    [one] parado
   *[other] todos parados
}
alike-finished = { $n ->
    [one] concluído
   *[other] todos concluídos
}
alike-incomplete = { $n ->
    [one] incompleto
   *[other] todos incompletos
}
alike-not-reported = { $n ->
    [one] sem situação informada
   *[other] nenhum com situação informada
}
finished-of = { $n ->
    [one] { $finished } de { $shown } marco concluído
   *[other] { $finished } de { $shown } marcos concluídos
}

# A commitment
facts = Dados básicos
on-this-page = Nesta página
who = Quem
where = Onde
when = Quando
and-more = { $n ->
    [one] e mais { $shown }
   *[other] e mais { $shown }
}
in-brief = Em resumo
updated = Atualizado
period-label = Quando
milestone-n = Marco { $number }
milestones-drawn = Os marcos no tempo, de { $from } a { $to }
owner = Responsável:
odd-reason = Quem publica:
odd-milestone = { $milestone }: { $text }
odd-ends-before-start = O fim, { $end }, é anterior ao início, { $start } ({ $what }).
odd-milestone-outside-commitment = { $side ->
    [start] Começa em { $date }, antes do compromisso, que começa em { $limit }.
   *[end] Termina em { $date }, depois do compromisso, que termina em { $limit }.
}
odd-commitment-outside-plan = { $side ->
    [start] O compromisso começa em { $date }, antes de seu plano de ação “{ $plan }”, que começa em { $limit }.
   *[end] O compromisso termina em { $date }, depois de seu plano de ação “{ $plan }”, que termina em { $limit }.
}
odd-milestones-out-of-order = O marco { $number } está depois do marco { $before }.
odd-repeated-institution = “{ $name }” aparece duas vezes.
odd-institutions-alike = Há outra página, a de “{ $other }”. Pode ser a mesma instituição.
odd-plan-of-other-locality = O plano de ação “{ $plan }” é de: { $other }; o compromisso é de: { $locality }.
odd-inception-of-other-member = O relatório inicial trata de um plano de: { $other }; o compromisso é de: { $locality }.
odd-report-of-other-member = Este relatório é de: { $locality }; o compromisso é de: { $other }.
odd-report-of-other-plan = { $what ->
    [inception] O relatório inicial
   *[report] Este relatório
} trata do plano de ação “{ $plan }”. O compromisso diz que { $is_in ->
    [none] não está em nenhum.
   *[other] está em outro.
}
odd-answer-against-degree = À pergunta { $question } este relatório responde “{ $answer }”, e do resultado diz “{ $degree }”.
odd-limited-as-planned = Este relatório dá o avanço como “{ $completion }” e diz que todos os marcos foram realizados como planejado.
odd-evaluation-against-milestones = { $what ->
    [complete] O relatório considera completo o compromisso, mas o marco { $number } foi informado como “{ $status }”.
    [as-planned] O relatório diz que todos os marcos foram realizados como planejado, mas o marco { $number } foi informado como “{ $status }”.
    [little] O relatório vê pouco avanço, mas todos os marcos foram informados como “{ $status }”.
   *[status] O compromisso foi informado como concluído, mas o marco { $number } como “{ $status }”.
}
odd-complete-without-evidence = { $what ->
    [complete] Este relatório considera completo o compromisso e não cita evidência.
   *[as-planned] Este relatório diz que todos os marcos foram realizados como planejado e não cita evidência.
}
odd-translation-older = O original mudou depois desta tradução.
contradictions = O que não combina
contradictions-about = Páginas deste portal em que dois dados se contradizem. Ambos são publicados como a fonte os dá.
history = Como avançou
update-news = Novidade
undated = sem data
milestones-by-then = O que seus marcos haviam informado até então
evaluations-table = O que cada relatório constatou
reported-by = Informado por:
reported-on = Informado em
ask-evidence = Pedir evidências
milestones-silent = { $n ->
    [one] Ninguém informou a situação do seu único marco nem publicou evidência dele.
   *[other] Ninguém informou a situação de nenhum dos seus { $shown } marcos nem publicou evidência deles.
}
milestones-unreported-all = { $n ->
    [one] Ninguém informou a situação do seu único marco.
   *[other] Ninguém informou a situação de nenhum dos seus { $shown } marcos.
}
milestones-without-evidence-all = { $n ->
    [one] Não se publicou evidência do seu único marco.
   *[other] Não se publicou evidência de nenhum dos seus { $shown } marcos.
}
milestones-past-all = { $n ->
    [one] O prazo já venceu.
   *[other] Todos os prazos já venceram.
}
milestones-past = { $n ->
    [one] Um prazo já venceu.
   *[other] { $shown } prazos já venceram.
}
milestones-unreported = Marcos sem situação informada:
milestones-without-evidence = Marcos sem evidência publicada:
evidence = Evidências
section-problem = Problema
section-status-quo = Situação atual
section-action = Ação
section-contribution = Contribuição
section-long-term-goal = Meta de longo prazo
not-attached = Não faz parte de um plano de ação
inception-report = Relatório inicial
about-plan = Sobre o plano
role-lead = (responsável)
role-supporting = (de apoio)
inception-review = O que disse a primeira avaliação
verifiable = Pode ser verificado?
relevance = Serve a um valor de governo aberto?
novelty = É novo?
novelty-new = É novo
novelty-continuation = Continua uma prática
novelty-unclear = Não está claro
ambition = Quanto mudaria?
ambition-no-added-value = Sem valor agregado
ambition-positive = Mudança positiva, não vinculante
ambition-binding = Mudança vinculante ou institucionalizada
ambition-unclear = Não está claro
yes = Sim
no = Não
evaluations = Avaliações
related = Compromissos relacionados
changes = Mudanças
downloads = Downloads
cite = Como citar
sources = Fontes

# Taking part
comment = Comentar esta página
take-part = Participe
report-error = Avisar de um erro
comments-n = { $n ->
    [0] Ainda não há comentários.
    [one] Um comentário publicado.
   *[other] { $n } comentários publicados.
}
comment-words = Sua mensagem pode responder a estas perguntas:
comment-prompt-1 = O que você sabe ou vê sobre este assunto?
comment-prompt-2 = Há aqui algo errado ou falta algo?
comment-prompt-3 = O que seria útil para você?
comment-code = Mencione, por favor, este código:
heard = O que ouvimos
did = O que fizemos
channel-whatsapp = WhatsApp
channel-phone = Telefone
channel-sms = SMS
channel-email = E-mail
channel-post = Pelo correio ou pessoalmente
channel-hours = Horário
channel-issue = Aviso público
channel-form = Formulário
channel-page = Página

# A report
evaluates = O compromisso
evaluators = Quem avaliou
contact-withheld = A fonte traz dados de contato; aqui não são publicados.
completion = Cumprimento
completion-note = O juízo de quem avaliou sobre o compromisso inteiro. Não é a situação dos seus marcos.
completion-no-evidence = Sem evidência
completion-not-started = Não iniciado
completion-limited = Limitado
completion-substantial = Substancial
completion-complete = Completo
completion-unsaid = não informado
evaluated-elsewhere = Avaliado em um relatório que não está neste portal
evaluated-by = Avaliado em
opened = Ajudou a abrir o governo?
opened-information = Acesso à informação
opened-participation = Participação cidadã
opened-accountability = Prestação de contas
opened-problem = O problema foi tratado
stage = Etapa
stage-mid-term = A meio prazo
stage-end-of-term = Ao final
report-mid-term = Relatório de meio prazo
report-end-of-term = Relatório de fim de compromisso
report-date = Data do relatório
facet-review = Primeira avaliação
facet-evaluation = Avaliação em relatórios
as-planned = Marcos realizados como planejado
as-planned-all = Todos
as-planned-most = A maioria
as-planned-some = Alguns
as-planned-none = Nenhum
as-planned-all-said = Todos os marcos foram realizados como planejado
as-planned-most-said = A maioria dos marcos foi realizada como planejado
as-planned-some-said = Alguns marcos foram realizados como planejado
as-planned-none-said = Nenhum marco foi realizado como planejado
# After the step of a scale that is the answer.
scale-here = (esta é a resposta)
degree-worsened = Piorou
degree-did-not-change = Não mudou
degree-marginal = Marginal
degree-major = Importante
degree-outstanding = Excepcional
# The parts of the form
form-1 = 1. Cumprimento do compromisso
form-2 = 2. Ajudou a abrir o governo?
form-3 = 3. O que se aprendeu
q1-1 = Qual era o nível geral de avanço na implementação do compromisso no momento desta avaliação?
q1-2 = Descreva os principais fatores externos ou internos que influíram na implementação deste compromisso e como foram tratados (ou não).
q1-3 = O compromisso foi implementado como se planejou originalmente?
q2-1-1 = O governo divulgou mais informação; melhorou a qualidade da informação (nova ou existente); melhorou o valor da informação; melhorou os canais para divulgar ou pedir informação, ou o acesso a ela?
q2-1-2 = O governo criou novas oportunidades para ouvir a opinião das pessoas, para que participem, informem as decisões ou influam nelas; melhorou os canais ou espaços que já existiam; criou ou melhorou capacidades, no governo ou no público, para melhorar a forma como o faz?
q2-1-3 = O governo criou ou melhorou canais, oportunidades ou capacidades para que os funcionários respondam por seus atos?
q2-2 = O compromisso tratou o problema de política pública que pretendia tratar, como descrito no plano de ação?
q3 = Dê ao menos uma lição ou reflexão sobre a implementação deste compromisso. Pode ser um obstáculo importante, uma ajuda ou dificuldade inesperada, recomendações para compromissos futuros, ou se o compromisso deve continuar no próximo plano de ação.

# Lists
shown-of = { $n ->
    [one] { $shown } ao todo
   *[other] { $first } a { $last } de { $shown }
}
in-all = { $shown } ao todo
country = País
term-code = código { $code }
own-site = Seu próprio site
plan-text = O próprio plano
topics = Temas
level = Nível
level-international = Internacional
level-national = Nacional
level-state = Estadual
level-municipal = Municipal
editions = Edições
extent-full = A fonte dá o texto completo.
extent-heading-only = A fonte dá só este título, sem texto.
extent-untitled = A fonte dá este texto sem título.

# Datasets
each-row = Cada linha é
rows = { $n ->
    [one] { $shown } linha
   *[other] { $shown } linhas
}
columns = { $n ->
    [one] { $shown } coluna
   *[other] { $shown } colunas
}
rows-label = Linhas
tables-label = Tabelas
tables-files-label = Tabelas e arquivos
columns-label = Colunas
all-alike = Todas estas tabelas têm as mesmas colunas.
joined-file = Todas as linhas, CSV
joined-about = Também vêm em um só arquivo, cuja primeira coluna, “{ $column }”, diz de que tabela é cada linha.
same-columns = Estas tabelas têm as mesmas colunas:
snippets = Ler em R, Python ou Excel
snippet-r = R
snippet-python = Python (pandas)
snippet-spreadsheet = Excel: Dados, Obter Dados, Consulta em Branco, Editor Avançado
columns-from-to = { $first } a { $last }
tables-n = { $shown } tabelas
tables-files-n = { $shown } tabelas e arquivos
next-update = Próxima atualização
licence = Licença
licence-cc0-1-0 = Creative Commons Zero 1.0
licence-cc-by-4-0 = Creative Commons Atribuição 4.0
licence-cc-by-sa-4-0 = Creative Commons Atribuição-CompartilhaIgual 4.0
licence-odc-by-1-0 = Open Data Commons Atribuição 1.0
licence-odc-pddl-1-0 = Open Data Commons Domínio Público 1.0
licence-pddl-1-0 = Open Data Commons Domínio Público 1.0
licence-odbl-1-0 = Licença Open Database 1.0
file-sample = só as primeiras linhas, para ver
file-table = a tabela completa
file-excel = para Excel
file-received = como foi recebido
file-archive = tudo em um arquivo
file-joined = todas as linhas das tabelas com as mesmas colunas
file-description = descrição, sem dados
files-details = Nomes dos arquivos, somas de verificação, tempos de download e uma amostra
whole-dataset = O conjunto inteiro
not-a-table = Este arquivo não é uma tabela. É oferecido como foi recebido.
file-notes = O arquivo recebido diz também, acima ou abaixo da tabela:
received-encoding = arquivo recebido em { $encoding }
small-counts = As contagens menores que { $below } não são mostradas, para proteger as pessoas. A célula diz [c], também onde outro número permitiria calculá-las: { $n ->
        [one] uma célula
       *[other] { $shown } células
    } de { $columns }.
received-withheld = O arquivo como foi recebido não é publicado.
shared-combinations = { $n ->
        [one] Alguma combinação de { $columns } está em uma só linha.
       *[other] Cada combinação de { $columns } é compartilhada por pelo menos { $shown } linhas.
    }
hidden-count = [c]: não mostrado, para proteger as pessoas. É uma contagem menor que { $below }, ou permitiria calcular alguma.
headline-peak = o mais alto
headline-largest = o mais alto
headline-smallest = o mais baixo
headline-part = o mais frequente
headline-whole = de { $whole }
first-rows = Primeiras { $first } de { $shown } linhas
whole-table = Ler a tabela inteira
all-rows = Ler as { $shown } linhas página por página
rows-by-value = Só as linhas que procura, por: { $name }
value-csv = Só estas linhas
rows-page = Página { $shown } de { $pages }
rows-pages-below = Páginas desta lista, outra vez
other-pages = Outras páginas
index-by = Ir para: { $name }
column-parts = As outras colunas
columns-reordered = Aqui vêm primeiro as colunas que dão nome à linha, depois as cifras. Os arquivos mantêm a ordem da fonte.
hidden-columns = { $n ->
    [one] { $shown } coluna mais está nos downloads.
   *[other] { $shown } colunas mais estão nos downloads.
}
dictionary = Dicionário de dados
dictionary-page = { $n ->
    [one] O que significa a coluna
   *[other] O que significam as { $shown } colunas
}
column = Coluna
meaning = Significado
values-found = Valores encontrados
received-as = no arquivo recebido: { $name }
inferred = segundo os dados
unit = unidade
key-column = identifica cada linha
required = nunca vazia
value-labels = Seus valores significam:
allowed = Valores admitidos
refers-to = Refere-se a linhas de
missing = { $n ->
    [one] { $shown } célula vazia ({ $percent })
   *[other] { $shown } células vazias ({ $percent })
}
none-missing = Sem células vazias
missing-written = Quando falta o dado, diz
spread = Quantos em cada faixa igual: { $counts }
from-to = De { $min } a { $max }
distinct = { $n ->
    [one] { $shown } valor diferente
   *[other] { $shown } valores diferentes
}
distinct-about = cerca de { $shown } valores diferentes
type-string = Texto
type-integer = Número inteiro
type-number = Número
type-boolean = Sim ou não
type-date = Data
type-datetime = Data e hora
type-time = Hora
type-year = Ano
type-yearmonth = Ano e mês
type-duration = Duração
type-object = Objeto (JSON)
type-array = Lista (JSON)
type-list = Lista
type-geopoint = Ponto geográfico
type-geojson = Figura geográfica (GeoJSON)
type-any = Qualquer coisa
quality = Quão completo está
checks-passed = { $n ->
    [one] Dá { $passed } das { $shown } informações que se pedem de um conjunto
   *[other] Dá { $passed } das { $shown } informações que se pedem de um conjunto
}
passed = Dá:
failed = Falta:
limits = O que estes dados não podem dizer
series = Série
series-previous = O anterior da série
series-next = O seguinte da série
series-ordered = Na ordem do período que abrangem ou, se não há, da publicação.
series-datasets = { $n ->
    [one] Seu único conjunto de dados
   *[other] Seus { $shown } conjuntos de dados
}
services = Serviços para programas
service-documentation = Como consultá-lo
provenance = Como os dados foram feitos
commitments-of-data = Compromissos que usam estes dados
publisher = Publicado por
contact = Contato
frequency = De quanto em quanto tempo se atualiza
issued = Publicado pela primeira vez
version = Versão
time-covered = Período abrangido
area-covered = Área abrangida
data-language = Idioma dos dados
broken-down-by = Detalhado por
keywords = Palavras-chave
themes = Temas (classificação europeia)
further-licences = Também sob
identifier = Identificador em outros lugares
conforms-to = Segue
area-code = Código da área
area-geonames = A área no GeoNames
area-bounds = Oeste, sul, leste, norte (graus)
rule-unique = sem valores repetidos
rule-pattern = padrão
rule-minimum = no mínimo
rule-maximum = no máximo
rule-min-length = caracteres, no mínimo
rule-max-length = caracteres, no máximo
reason-scheduled = Atualização prevista
reason-correction = Correção
reason-method = Mudança de método
reason-takedown = Retirada de dados
row-changes-added = { $n ->
    [one] { $n } linha acrescentada
   *[other] { $n } linhas acrescentadas
}
row-changes-removed = { $n ->
    [one] { $n } linha retirada
   *[other] { $n } linhas retiradas
}
row-changes-changed = { $n ->
    [one] { $n } linha alterada
   *[other] { $n } linhas alteradas
}
facts-changed = Mudou:
row-first = Primeira versão em que aparece.
milestone-came = Marco { $number } (novo)
milestone-went = Marco { $number } (não está mais)
milestone-fact = Marco { $number } ({ $fact })
cells-changed = { $n ->
    [one] { $n } célula de “{ $name }”
   *[other] { $n } células de “{ $name }”
}
columns-more = { $n ->
    [one] e de mais uma coluna
   *[other] e de mais { $n } colunas
}
columns-added = Colunas novas: { $names }.
columns-removed = Colunas que saíram: { $names }.
version-takes-from = Foram retirados dados das versões: { $versions }.
version-taken-down = Desde { $date } está sem os dados que a versão { $version } retirou.
version-rows = { $table }, versão { $version } de { $date }
version-changes = O que mudou em { $table } com a versão { $version } de { $date }
versions-more = { $n ->
    [one] Uma versão anterior não aparece aqui.
   *[other] { $n } versões anteriores não aparecem aqui.
}
versions-ledger = Todas as versões com as suas somas de verificação
frequency-10min = A cada dez minutos
frequency-12hrs = A cada doze horas
frequency-15min = A cada quinze minutos
frequency-1min = A cada minuto
frequency-30min = A cada trinta minutos
frequency-5min = A cada cinco minutos
frequency-as_needed = Quando necessário
frequency-not_planned = Não previsto
frequency-op_datpro = Provisório
frequency-annual = Todo ano
frequency-annual_2 = Duas vezes por ano
frequency-annual_3 = Três vezes por ano
frequency-bidecennial = A cada vinte anos
frequency-biennial = A cada dois anos
frequency-bihourly = A cada duas horas
frequency-bimonthly = A cada dois meses
frequency-biweekly = A cada duas semanas
frequency-cont = Continuamente
frequency-daily = Todo dia
frequency-daily_2 = Duas vezes por dia
frequency-decennial = A cada dez anos
frequency-hourly = A cada hora
frequency-irreg = Sem regularidade
frequency-irregular = Sem regularidade
frequency-monthly = Todo mês
frequency-monthly_2 = Duas vezes por mês
frequency-monthly_3 = Três vezes por mês
frequency-never = Nunca mais
frequency-other = Outra
frequency-quadrennial = A cada quatro anos
frequency-quarterly = A cada três meses
frequency-quinquennial = A cada cinco anos
frequency-tridecennial = A cada trinta anos
frequency-triennial = A cada três anos
frequency-trihourly = A cada três horas
frequency-unknown = Desconhecida
frequency-update_cont = Continuamente
frequency-weekly = Toda semana
frequency-weekly_2 = Duas vezes por semana
frequency-weekly_3 = Três vezes por semana

# Not found
moved = Esta página mudou de lugar
not-found = Esta página não existe
not-found-words = O endereço pode estar mal escrito, ou a página mudou de lugar. Estas listas levam a tudo o que está publicado.
ways-on = Por onde seguir

# For programs
developers = Para desenvolvedores
developers-about = Tudo neste portal pode ser lido por programas: arquivos simples em endereços que duram. Sem chave, sem limite, sem servidor nosso a consultar.
dev-base = Todo caminho segue este endereço:
dev-schema = JSON Schema
dev-address = Endereço
dev-addresses = { $n ->
    [one] { $shown } endereço
   *[other] Os { $shown } endereços
}
dev-own = O JSON próprio do portal
dev-own-about = O caminho mais curto até os dados. Chaves só se acrescentam: passe por cima das que não conhece.
dev-catalog = Todos os conjuntos de dados e todos os arquivos, com tamanho, linhas e SHA-256; além de 500 conjuntos, continua no arquivo que “next” nomeia.
dev-dataset = Tudo o que se sabe de um conjunto, em todos os idiomas: dados gerais, colunas, arquivos.
dev-profile = O que se contou de cada tabela: tipos, células vazias, valores diferentes, extremos.
dev-rows = As linhas de uma tabela: uma lista de objetos.
dev-commitment = Tudo o que se sabe de um compromisso: instituições, marcos e seu andamento.
dev-report = Um relatório: cada resposta, grau e explicação, e as lições, em todos os idiomas.
dev-catalogs = Catálogos para portais que coletam dados e outras ferramentas
dev-catalogs-about = Os mesmos dados segundo as normas que outros portais, buscadores e bibliotecas leem. Sempre concordam, pois saem de um só registro.
dev-dcat-jsonld = DCAT-AP 3.0 em JSON-LD, com seu contexto dentro. Um catálogo grande continua no arquivo que hydra:next nomeia, nesta forma e nas duas seguintes.
dev-dcat-ttl = DCAT-AP 3.0 em Turtle.
dev-dcat-rdf = DCAT-AP 3.0 em RDF/XML, a forma que o CKAN lê.
dev-data-json = DCAT-US 1.1 para quem publica sem ser agência federal.
dev-dcat-us-3 = DCAT-US 3.0.
dev-dcat-us-ttl = DCAT-US 3.0 em Turtle.
dev-package-whole = O portal inteiro como um só Data Package: todas as tabelas, com as chaves entre elas.
dev-package = Um conjunto como Data Package (versão 2, legível também como versão 1).
dev-csvw = As colunas de um CSV segundo CSV on the Web.
dev-croissant = Um conjunto como Croissant 1.0, para aprendizado de máquina; onde constam licença, quem publica e data.
dev-feeds = O que mudou
dev-feeds-about = As entradas são mudanças com sua data, segundo o próprio conteúdo.
dev-feed = Cada mudança do portal, neste idioma (Atom).
dev-feed-json = O mesmo como JSON Feed 1.1.
dev-feed-dataset = Mudanças de um conjunto de dados.
dev-feed-commitment = Mudanças de um compromisso: sua página, marcos, relatórios e dados.
dev-feed-institution = Mudanças dos compromissos de que uma instituição participa.
dev-sitemap = Cada página, com seus idiomas.
dev-registers = Registros
dev-registers-about = O que dizem as páginas, como tabelas: conjuntos de dados como os outros, em todos os formatos.
dev-examples = Exemplos
dev-examples-about = Python 3, sem nada para instalar. São executados antes de cada versão do programa que fez este portal.
dev-example-list = Listar todos os conjuntos de dados
dev-example-rows = Buscar as linhas de um conjunto e verificar que chegaram inteiras
dev-example-unreported = Marcos sem resultado informado

# Completeness of metadata
left-out = Deixados de fora
left-out-about = Estas páginas faltam por enquanto: ainda é preciso corrigir um erro em cada uma.
left-out-words = O que vai neste endereço falta por enquanto: ainda é preciso corrigir um erro. O endereço será o mesmo.
completeness = O que falta aos dados
completeness-about = O que se deveria saber de cada conjunto e ainda não se diz, como sua licença ou de quanto em quanto se atualiza.
complete-n = { $n ->
    [one] { $complete } de { $shown } conjunto dá todas as informações.
   *[other] { $complete } de { $shown } conjuntos dão todas as informações.
}
facts-given = { $passed } de { $shown } informações dadas
points-about = Os pontos são os da avaliação de qualidade de metadados de data.europa.eu, calculados destes dados do mesmo modo; dos arquivos de um conjunto conta o melhor.
points-given = { $points } de { $shown } pontos
points-lost = −{ $n }
facts-missing = Falta:
facts-missing-of = O que falta a cada conjunto de dados
facts-none-missing = Não falta nada a:
for-publishers = Para quem publica
points-of-datasets = Os pontos de cada conjunto no catálogo europeu
facts-wanted = As informações, o que custa a falta delas e como dá-las
facts-count = { $n ->
    [one] Dada por { $present } de { $shown } conjunto.
   *[other] Dada por { $present } de { $shown } conjuntos.
}
fact-mandatory = Os portais que coletam dados recusam um conjunto sem ela.
fact-summary = Descrição
fact-summary-cost = Sem ela, o conjunto fica fora de data.json e de DCAT-AP, e data.europa.eu nem o vê.
fact-summary-add = Escreva summary: com uma ou duas frases no seu dataset.md.
fact-publisher = Quem publica
fact-publisher-cost = Sem isso, o conjunto fica fora de data.json e ninguém responde pelos dados; data.europa.eu tira 10 de 405 pontos.
fact-publisher-add = Escreva publisher: no seu dataset.md, ou [publisher] em tragaluz.toml para todos.
fact-contact = Contato
fact-contact-cost = Sem nome e e-mail, o conjunto fica fora de data.json; sem nenhum contato, data.europa.eu tira 20 de 405 pontos.
fact-contact-add = Escreva contact: com name e email de um órgão, ou [contact] em tragaluz.toml para todos.
fact-keywords = Palavras-chave
fact-keywords-cost = Sem nenhuma, o conjunto fica fora de data.json e é difícil de achar; data.europa.eu tira 30 de 405 pontos.
fact-keywords-add = Escreva keywords: com uma lista de palavras.
fact-modified = Última mudança
fact-modified-cost = Sem esta data, o conjunto fica fora de data.json e ninguém sabe quão velhos são os dados; data.europa.eu tira 5 de 405 pontos.
fact-modified-add = Escreva modified: com uma data como 2024-05-31.
fact-licenses = Licença
fact-licenses-cost = Sem ela, ninguém pode reutilizar os dados com certeza; data.europa.eu tira 30 de 405 pontos.
fact-licenses-add = Escreva licenses: com um nome conhecido como CC-BY-4.0, ou [licence] em tragaluz.toml para todos.
fact-theme = Tema
fact-theme-cost = Os catálogos não podem classificar o conjunto; data.europa.eu tira 30 de 405 pontos.
fact-theme-add = Escreva theme: com um código dos temas de dados da UE, como GOVE.
fact-frequency = Frequência
fact-frequency-cost = Ninguém sabe quando voltar.
fact-frequency-add = Escreva frequency: com uma palavra como annual, monthly ou irreg.
fact-issued = Primeira publicação
fact-issued-cost = data.europa.eu tira 5 de 405 pontos.
fact-issued-add = Escreva issued: com uma data.
fact-spatial = Área abrangida
fact-spatial-cost = Os dados não se acham por lugar; data.europa.eu tira 20 de 405 pontos.
fact-spatial-add = Escreva spatial: com o nome e o código do lugar.
fact-temporal = Período abrangido
fact-temporal-cost = Os dados não se acham por época; data.europa.eu tira 20 de 405 pontos.
fact-temporal-add = Escreva temporal: com a primeira e a última data abrangidas.
fact-file = Um arquivo para baixar
fact-file-cost = O que está em outro lugar pode faltar amanhã, e ninguém aqui sabe se responde; data.europa.eu tira 105 de 405 pontos.
fact-file-add = Ponha os dados como arquivo na pasta do conjunto.
fact-format = Um formato aberto para programas
fact-format-cost = Os programas não podem ler os dados, ou só os de um fabricante; data.europa.eu tira até 80 de 405 pontos.
fact-format-add = Ponha os dados como CSV ou planilha na pasta do conjunto: dali se fazem todos os formatos abertos.
fact-licence-table = Uma licença da tabela da UE
fact-licence-table-cost = Os programas não sabem o que ela permite; data.europa.eu tira 10 de 405 pontos.
fact-licence-table-add = Se os dados também podem ser dados sob uma licença dessa tabela, como CC-BY-4.0, nomeie-a. Se não, deixe: uma licença certa vale mais que os pontos.
fact-licence-title = O nome da licença por extenso
fact-licence-title-cost = De um endereço ninguém lê o que se pode fazer com os dados; data.europa.eu tira 5 de 405 pontos.
fact-licence-title-add = Escreva title: junto ao path da licença.

# Charts. { $n } and other numbers come in the language's manner.
chart-rows = Linhas
chart-time = Data
chart-data = Dados do gráfico
chart-files = O gráfico como arquivo
chart-embed = Para mostrá-lo em uma página sua, escreva:
chart-source = Dados:
chart-by = { $measure } por { $by }
chart-by-both = { $measure } por { $by } e { $split }
chart-class = { $from } a { $to }
chart-none = s. d.
chart-sum = soma
chart-mean = média
chart-min = o menor
chart-max = o maior
chart-count = número de linhas
chart-thousands = { $n } mil
chart-millions = { $n } mi
chart-billions = { $n } bi
chart-trillions = { $n } tri
chart-others = mais { $n }, de { $min } a { $max }
chart-others-sum = mais { $n }, { $sum } ao todo
chart-others-name = Outros ({ $n })
chart-gap = mais { $n } no meio
chart-projected = projeções
chart-projected-from = A partir de { $from }: projeções.
chart-note-from = Vale a partir de { $from }.
chart-projected-row = { $label } (projeção)
reading-millions = { $n } milhões
reading-billions = { $n } bilhões
reading-trillions = { $n } trilhões
chart-standing-out = Destaca-se: { $values }.
chart-left-out = Sem { $values }, que contaria os outros duas vezes.
chart-missing = { $n ->
    [one] Falta um valor.
   *[other] Faltam { $n } valores.
}
chart-all-rows = Nem todas as linhas estão aqui; as { $n } estão no arquivo de dados.
chart-type-line = Gráfico de linhas
chart-type-columns = Gráfico de colunas
chart-type-bars = Gráfico de barras
chart-type-strip = Partes de um total
chart-type-histogram = Histograma
chart-type-dots = Gráfico de pontos
chart-type-points = Pontos de pares de valores
chart-type-multiples = Gráficos pequenos na mesma escala
chart-type-timeline = Períodos em uma linha do tempo
spark = { $first } ({ $from }) → { $last } ({ $to })
chart-type-sparks = Tabela com gráficos minúsculos
chart-type-cross = Contagens de pares de categorias
chart-type-flow = Fluxos de um lado ao outro
chart-type-map = Lugares por latitude e longitude
chart-type-tiles = Mapa de quadros
chart-type-table = Tabela
chart-change = { $name }: { $first } em { $from }, { $last } em { $to } ({ $change }).
chart-range = O mais baixo, { $min } ({ $at-min }); o mais alto, { $max } ({ $at-max }).
chart-classes = { $type }: valores de { $from } a { $to }; a maioria, { $count }, está entre { $class }.
chart-flows = { $type }: { $n } fluxos. O maior vai de { $from } a { $to }: { $value }.
chart-from-to = { $measure }, de { $from } a { $to }
chart-places = Onde está cada { $name }
chart-north = N
chart-south = S
chart-east = L
chart-west = O
chart-rows-said = { $type } com { $n } linhas; os valores estão na tabela abaixo.

# Search
search = Buscar
search-label = O que você procura?
search-do = Buscar
search-about = { $n ->
    [one] Busca em { $shown } página: seu título, seu resumo e seu texto.
   *[other] Busca em { $shown } páginas: seu título, seu resumo e seu texto.
} Acentos e maiúsculas não importam, e basta o começo da última palavra.
search-no-script = Seu navegador não executa programas. Este formulário leva ao índice A–Z.
search-results = Resultados
search-wait = Buscando…
search-count = Páginas encontradas: %
search-some = Nenhuma página tem todas as palavras. As mais próximas: %
search-near = Nenhuma página escreve assim. Também se buscou: %
search-found-words = Tem: %
search-rows-of = Linhas de %
search-cut = Só se buscou uma parte: escreva menos palavras, ou mais letras da última.
search-failed = Não foi possível ler o índice da busca. Recarregue a página ou use o índice A–Z.
search-more = Mostrar mais
search-none = Nenhuma página tem todas essas palavras. Você pode:
search-none-1 = tirar palavras, ou tentar outras;
search-none-2 = escrever só o começo de uma palavra;
search-none-3 = percorrer o índice A–Z.
search-examples = Por exemplo
search-example-value = { $value } em “{ $name }”
search-browse = Ou percorra
search-by-words = Buscar por palavras
search-describes = Buscar em “{ $title }”
# Words that are not looked for, for every page has them.
search-stop-words = a à ao aos as às com como da das de do dos e em entre era essa esse esta este foi há isso já mais mas na nas não no nos o os ou para pela pelas pelo pelos por que quem se sem seu seus sobre sua suas também um uma uns umas
# Other words by which people look for commitments of each status.
search-words-finished = concluído completo feito cumprido pronto terminado finalizado
search-words-in-progress = andamento curso iniciado
search-words-stuck = parado bloqueado suspenso
search-words-not-started = pendente iniciado começou
search-words-incomplete = inacabado parcial falhou
search-words-not-reported = sem informação desconhecido
search-words-evaluated = avaliado avaliação resultado
search-words-register = lista completa tabela catálogo
search-words-overdue = atrasado atraso vencido prazo tarde
a-z = Índice A–Z
a-z-about = { $n ->
    [one] A única página publicada.
   *[other] As { $shown } páginas publicadas, em ordem alfabética.
}
a-z-letters = Letras
a-z-guides = Páginas desta letra
a-z-signs = Algarismos e sinais
a-z-signs-short = 0–9
continued = (continua)

# Lists cut by a fact
data-themes = Por tema
formats = Por formato
licences = Por licença
publishers = Por quem publica
places = Por lugar
only-largest = Só as listas maiores têm página própria.

# Lists that are cut: headings. "-of" is about a place; "-at" is for every name, and for a place whose name needs an article.
names-with-article = Estado|Cidade|República|Reino|Província|Região|Município|Distrito|Países|União|Brasil|Rio|México|Chile|Uruguai
heading-status-finished = Compromissos concluídos
heading-status-finished-of = Compromissos concluídos de { $name }
heading-status-finished-at = { $name }: compromissos concluídos
heading-status-finished-year = Compromissos concluídos com prazo em { $name }
heading-status-in-progress = Compromissos em andamento
heading-status-in-progress-of = Compromissos de { $name } em andamento
heading-status-in-progress-at = { $name }: compromissos em andamento
heading-status-in-progress-year = Compromissos em andamento com prazo em { $name }
heading-status-stuck = Compromissos parados
heading-status-stuck-of = Compromissos parados de { $name }
heading-status-stuck-at = { $name }: compromissos parados
heading-status-stuck-year = Compromissos parados com prazo em { $name }
heading-status-not-started = Compromissos não iniciados
heading-status-not-started-of = Compromissos não iniciados de { $name }
heading-status-not-started-at = { $name }: compromissos não iniciados
heading-status-not-started-year = Compromissos não iniciados com prazo em { $name }
heading-status-incomplete = Compromissos incompletos
heading-status-incomplete-of = Compromissos incompletos de { $name }
heading-status-incomplete-at = { $name }: compromissos incompletos
heading-status-incomplete-year = Compromissos incompletos com prazo em { $name }
heading-status-not-reported = Compromissos sem situação informada
heading-status-not-reported-of = Compromissos de { $name } sem situação informada
heading-status-not-reported-at = { $name }: compromissos sem situação informada
heading-status-not-reported-year = Compromissos sem situação informada com prazo em { $name }
heading-plan = { $name }: compromissos
heading-year = Compromissos com prazo em { $name }
heading-year-of = Compromissos de { $name } com prazo em { $second }
heading-year-at = { $name }: compromissos com prazo em { $second }
heading-completion = Compromissos de cumprimento “{ $name }”
heading-completion-of = Compromissos de { $name } de cumprimento “{ $second }”
heading-completion-at = { $name }: compromissos de cumprimento “{ $second }”
heading-topic-of = Compromissos de { $name } sobre “{ $second }”
heading-topic-at = { $name }: compromissos sobre “{ $second }”
heading-verdict = Compromissos – { $name }: { $second }
facet-verdict = { $name }: { $second }
heading-data-themes = Conjuntos de dados sobre “{ $name }”
heading-formats = Conjuntos de dados em { $name }
heading-licences = Conjuntos de dados sob a licença “{ $name }”
heading-publishers = { $name }: conjuntos de dados
heading-places = Conjuntos de dados sobre { $name }
heading-keywords = Conjuntos de dados com a palavra-chave “{ $name }”
heading-datasets-both = Conjuntos de dados: { $name }, { $second }
filter = Filtrar
filter-remove = Tirar “{ $name }”
milestones-by-month = Marcos por mês
commitments-by-end = Compromissos por data final
commitments-by-place = Compromissos por lugar
order-own = Na ordem do portal
order-by-end = Por data final
order-by-place = Por lugar
month-overdue = Atrasados desde { $month }
month-coming = Com prazo em { $month }
milestones-coming = O que vem: { $n }
milestones-overdue = Atrasados: { $n }
milestones-past-part = Os que já passaram: { $n }
month-none = Sem data
place-none = Sem lugar
calendar = Acrescentar estas datas ao seu calendário (.ics)
heading-milestones-finished = Marcos concluídos
heading-milestones-in-progress = Marcos em andamento
heading-milestones-stuck = Marcos parados
heading-milestones-not-started = Marcos não iniciados
heading-milestones-incomplete = Marcos incompletos
heading-milestones-not-reported = Marcos sem situação informada
heading-milestones-year = Marcos com prazo em { $name }
heading-milestones-of = Marcos de { $name }
heading-milestones-at = { $name }: marcos
heading-milestones-both-of = Marcos de { $name }: { $second }
heading-milestones-both-at = Marcos: { $name }, { $second }
facet-all = Todos
years = Prazo
theme-agri = Agricultura, pesca, florestas e alimentação
theme-econ = Economia e finanças
theme-educ = Educação, cultura e esporte
theme-ener = Energia
theme-envi = Meio ambiente
theme-gove = Governo e setor público
theme-heal = Saúde
theme-intr = Assuntos internacionais
theme-just = Justiça e segurança pública
theme-op_datpro = Dados provisórios
theme-regi = Regiões e cidades
theme-soci = População e sociedade
theme-tech = Ciência e tecnologia
theme-tran = Transporte

report-absent = Um relatório citado, mas que não está neste portal

# Editions that need no connection.
offline-about = O portal inteiro, para guardar, levar em um pen drive e ler sem conexão.
offline-inside = Esta é uma cópia para usar sem conexão. Não pode dizer seu próprio tamanho nem sua soma de verificação: estão nesta página na web.
offline-web = Esta página na web:
no-connection = Sem conexão
no-connection-kept = Esta página não foi guardada neste aparelho. Foram guardadas as que você abriu antes:
offline-no-qr = Não há códigos QR porque o portal não diz seu endereço.
offline-whole = O portal inteiro
offline-check = Como verificar um arquivo
offline-check-how = Calcule o SHA-256 do arquivo e compare com o que está aqui. Windows: certutil -hashfile ARQUIVO SHA256. macOS: shasum -a 256 ARQUIVO. Linux: sha256sum ARQUIVO.
offline-sums = Somas de verificação de todos os arquivos do portal:
offline-key = Está assinada (SHA256SUMS.minisig). A chave pública, para “tragaluz verify” ou minisign:
offline-books = Como livro, sem conexão
edition-zip = o portal inteiro em uma pasta
edition-zip-about = Descompacte e abra index.html com dois cliques: cada página funciona sem conexão e não é preciso instalar nada.
edition-zim = o portal inteiro para o Kiwix
edition-zim-about = Um só arquivo para o Kiwix, um programa livre que também passa o portal de telefone a telefone.
edition-text = todo o texto em um arquivo
edition-text-about = Texto simples para qualquer aparelho, para um leitor de tela ou para imprimir.
edition-epub = livro
edition-pdf = livro para imprimir
notice-do = O que você pode fazer
notice-more = Tudo o que se sabe, com suas evidências:
notice-code = Código QR de
edition-left-out = { $n ->
    [one] Um arquivo não vai dentro, por seu tamanho ou nome; o texto LEIAME diz qual.
   *[other] { $n } arquivos não vão dentro, por seu tamanho ou nome; o texto LEIAME diz quais.
}
edition-left-out-zim = { $n ->
    [one] Um arquivo não vai dentro, por seu tamanho ou nome; está no portal publicado.
   *[other] { $n } arquivos não vão dentro, por seu tamanho ou nome; estão no portal publicado.
}
edition-date = Em { $date }
paper-sum = Quem tem esta folha pode verificá-la: o texto simples desta página na web (.txt) tem o SHA-256
# Names of files: letters and digits only.
edition-text-name = tudo
read-me-name = LEIAME
read-me-open = Para ler, descompacte tudo em uma pasta e abra index.html com dois cliques. Basta um navegador: nem conexão nem outro programa.
read-me-inside = Dentro está o que o portal publica, byte por byte: suas páginas, seu texto simples, seus dados e seus catálogos. Só a página das edições sem conexão é outra, pois nenhuma edição pode conter sua própria soma de verificação.
read-me-sums = SHA256SUMS tem a soma de verificação de cada arquivo. Para verificar todas, execute nesta pasta: sha256sum -c SHA256SUMS (Linux) ou shasum -a 256 -c SHA256SUMS (macOS). Um só arquivo no Windows: certutil -hashfile ARQUIVO SHA256
read-me-left-out = Estes arquivos não vão dentro, por seu tamanho ou nome. Nesta cópia, os links a eles não levam a lugar nenhum; estão na web.
read-me-fresh = O portal como está agora:
text-contents = Conteúdo
book-contents = Conteúdo
book-cover = Capa
book-web = Esta página na web:
book-note = Feito das páginas do portal em { $date }.
book-access = Texto com títulos, listas e tabelas que os programas podem seguir; cada desenho também é dito em palavras. Nada depende de cor ou de som.
zim-description = Compromissos e dados de governo aberto
commitments-more = { $n ->
    [one] Mais um compromisso se apoia nestes dados; a lista de compromissos tem todos.
   *[other] Mais { $n } compromissos se apoiam nestes dados; a lista de compromissos tem todos.
 }
own-facts = Mais informações
on-another-server = Em outro servidor: { $host }
elsewhere-words = Este arquivo está em outro servidor. Aqui não é verificado, e pode mudar lá a qualquer momento.

### Personal data that are published by decision of an office.

waivers = Dados pessoais que se publicam, e por quê
waivers-about = Antes de ser publicado, o portal é examinado em busca de dados pessoais. Contém estes por decisão de um órgão, que responde por isso.
waivers-off = Ninguém procurou dados pessoais
waivers-here = Esta página contém dados pessoais: por quê, e quem decidiu
waiver-kinds = Dados
waiver-file = Arquivo
waiver-columns = Colunas
waiver-ground = Fundamento
waiver-reason = Motivo
waiver-by = Decidido por
waiver-until = Vale até
ground-public-official = São de uma pessoa servidora pública, como tal
ground-consented = As pessoas consentiram
ground-published-by-law = Uma lei manda publicá-los
ground-office-contact = São o contato de um órgão
ground-not-personal = Não são de ninguém: só parecem
ground-fictitious = São inventados
ground-historical = São de pessoas mortas há muito tempo
personal-kind = { $kind ->
    [curp] CURP
    [rfc] RFC de pessoas
    [clabe] contas bancárias (CLABE)
    [card] números de cartão
    [nss] números de seguridade social (NSS)
    [voter-key] chaves de eleitor
    [passport] números de passaporte
    [plate] placas de veículos
    [e-mail] endereços de e-mail
    [telephone] números de telefone
    [ip-address] endereços IP
    [street] endereços de moradia
    [home-coordinates] coordenadas de uma moradia
    [iban] contas bancárias (IBAN)
    [name] nomes de pessoas
    [birth-date] datas de nascimento
   *[other] { $named }
}

# The glossary. `term-NAME-forms`: as texts have it, divided by "|"; texts link to a term where they have it first.
glossary = O que significam as palavras
glossary-about = Palavras do governo aberto e dos dados abertos que estas páginas usam, ditas com simplicidade.
glossary-own = Palavras deste portal
glossary-promises = Palavras dos compromissos
glossary-data = Palavras dos dados
term-ogp = Parceria para Governo Aberto (OGP)
term-ogp-forms = Parceria para Governo Aberto|OGP
term-ogp-means = Governos e sociedade civil de mais de setenta países que combinam o que cada governo fará para ser mais aberto e o verificam em público.
term-action-plan = Plano de ação
term-action-plan-means = O que um governo promete fazer em cerca de dois anos, escrito junto com a sociedade civil.
term-commitment = Compromisso
term-commitment-means = Uma promessa de um plano de ação: o que será feito, por quem e até quando.
term-milestone = Marco
term-milestone-means = Um passo de um compromisso, com suas próprias datas, cujo resultado se pode verificar.
term-evidence = Evidência
term-evidence-means = O que mostra que algo foi feito: um documento, uma ata, uma página publicada, dados.
term-end-report = Relatório de fim de compromisso
term-end-report-means = O que encontraram os avaliadores ao terminar o prazo de um compromisso: o que foi feito, se o governo se abriu e o que se aprendeu.
term-inception-report = Relatório inicial
term-inception-report-forms = relatório inicial|relatórios iniciais
term-inception-report-means = Uma primeira avaliação, pouco depois de publicado um plano: se cada compromisso pode ser verificado e quanto poderia mudar.
term-irm = Mecanismo Independente de Avaliação (IRM)
term-irm-forms = Mecanismo Independente de Avaliação|Mecanismo de Avaliação Independente|IRM
term-irm-means = O órgão da Parceria para Governo Aberto que avalia os planos e seus resultados sem depender dos governos.
term-open-government = Governo aberto
term-open-government-means = Um governo que publica o que sabe e o que faz, deixa as pessoas participarem e responde por suas decisões.
term-obligated-subject = Sujeito obrigado
term-obligated-subject-forms = sujeito obrigado|sujeitos obrigados
term-obligated-subject-means = Na lei mexicana, quem deve publicar informação e responder a pedidos: órgãos de governo, parlamentos, tribunais, partidos, sindicatos e outros que recebem dinheiro público.
term-technical-secretariat = Secretariado técnico
term-technical-secretariat-forms = secretariado técnico|secretariados técnicos
term-technical-secretariat-means = O grupo de órgãos e organizações que elabora um plano de ação e o acompanha.
term-proactive-transparency = Transparência proativa
term-proactive-transparency-forms = transparência proativa
term-proactive-transparency-means = Publicar, sem que ninguém peça e além do que a lei exige, a informação de que as pessoas precisam.
term-social-accountability = Controle social
term-social-accountability-forms = controle social
term-social-accountability-means = Pessoas e organizações que observam o que o governo faz, pedem explicações e recebem respostas.
term-open-data = Dados abertos
term-open-data-means = Dados que qualquer um pode baixar, usar e compartilhar, para qualquer fim e sem pagar.
term-dataset = Conjunto de dados
term-dataset-means = Uma ou várias tabelas sobre um mesmo assunto, com o necessário para entendê-las.
term-dictionary = Dicionário de dados
term-dictionary-means = O que significa cada coluna de uma tabela: sua unidade, seus valores possíveis, o que falta.
term-licence = Licença
term-licence-means = O que o dono dos dados permite fazer com eles.
term-csv = CSV
term-csv-means = Uma tabela como texto simples, uma fila por linha. Qualquer planilha ou programa a abre.
term-metadata = Metadados
term-metadata-means = Dados sobre os dados: quem os publica, quando, de quanto em quanto tempo, de que lugar e período.
term-checksum = Soma de verificação (SHA-256)
term-checksum-means = Um número longo calculado a partir de um arquivo. Se duas cópias têm o mesmo, são o mesmo arquivo até a última letra.
term-offline = Edição sem conexão
term-offline-means = O portal como um arquivo para levar e ler sem internet.
