### 中文。尚未由母语者审阅。
### $n chooses the plural; $shown is the same number written out.

# Language, numbers, dates
language-name = 中文
number-decimal = .
number-group = ,
number-group-from = 4
percent = { $shown }%
date-day = { $year }年{ $month }{ $day }日
date-month = { $year }年{ $month }
date-year = { $year }年
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
period = { $start }至{ $end }
period-months = { $year }年{ $first }至{ $last }
period-from = 自{ $start }起
period-until = 至{ $end }
bytes-b = { $n ->
   *[other] { $shown } 字节
}
bytes-kb = { $shown } kB
bytes-mb = { $shown } MB
bytes-gb = { $shown } GB
wait-seconds = 慢速网络（400 kbit/s）约 { $shown } 秒
wait-minutes = 慢速网络（400 kbit/s）约 { $shown } 分钟

# The frame of every page
home = 首页
skip = 跳到正文
languages = 语言
main-menu = 主菜单
menu-more = 更多
menu-datasets = 数据
menu-action-plans = 计划
menu-reports = 报告
menu-localities = 地点
menu-here = （当前）
breadcrumbs = 您在这里
also-as = 本页的其他形式：
# In plain text: "[removed: word]", "[added: word]", "(note 1)", and where its own checksum would stand.
text-removed = 已删除
text-added = 已添加
text-note = 注
text-sum = 见页面本身：文件无法包含自己的校验和
text-edition = 纯文本
data-edition = 数据（JSON）
pdf-edition = 可打印的 PDF
notice = 一页张贴公告（PDF）
feed = 关注变动（Atom）
feed-commitment = “{ $title }”：{ $status }
feed-milestone = “{ $title }”的步骤 { $number }：{ $status }
feed-issued = 首次发布：{ $title }
address = 本页地址：
help = 有疑问或要更正？
# A sentence of the ways that there are: "You can write an e-mail, call or come in person. Please …"
help-ways = 您可以
help-or = 或
help-by-email = 写电子邮件
help-by-phone = 打电话
help-by-sms = 发短信
help-by-whatsapp = 用 WhatsApp 留言
help-by-post = 寄信
help-by-hours = 亲自来访
help-by-page = 使用下面的页面
help-words = 请说明是哪一页。
no-contact = 本门户没有公布联系方式。
published-by = 发布者：
as-of = 逾期计算至 { $date }。
untranslated = 本页尚未翻译，正文为{ $language }。
pages = 本列表的页
previous = 上一页
next = 下一页
page-here = 第 { $shown } 页（当前）
list-here = （当前列表）
page-before = 上一个：
page-after = 下一个：
narrow = 只显示
browse = 从这里开始
table = 表
back-to-text = 回到正文，注

# The first page
home-places = 按地点
home-topics = 按主题
home-data-places = 按地点看数据
home-data-topics = 按主题看数据
all-localities = 所有地点
all-policy-areas = 所有主题
all-sectors = 所有领域
home-standing = 承诺进展
home-changes = 最新变动
home-all = 全部内容
home-registers = 这些页面的内容，也有数据形式：
news-milestones = { $n ->
   *[other] 步骤 { $numbers }：
}
news-dataset = 数据已更新
news-first-dataset = 新数据集
news-report = 报告已发布或更正
news-commitment = 承诺页面已更新
news-action-plan = 行动计划已更新
news-initiative = 倡议已更新
news-page = 页面已更新

# What is not known
not-given = 来源没有提供：
comma = 、
full-stop = 。
semicolon = ；
colon = ：
sentence-gap = {""}
gap-modified = 更新日期
gap-next-update = 下次更新日期
gap-column-meanings = 各列的含义
gap-some-column-meanings = 部分列的含义
gap-licence = 许可
gap-limits = 数据不能说明什么
gap-provenance = 数据是怎样得来的
gap-publisher = 由谁发布
gap-contact = 向谁询问
gap-frequency = 更新频率
gap-issued = 首次发布日期
gap-time-covered = 涵盖的时间
gap-area-covered = 涵盖的地区
gap-sources = 数据来源
gap-fact-sources = 这些信息的来源
gap-institutions = 由谁负责
gap-locality = 在哪里进行
gap-period = 起止日期
gap-milestones = 各步骤
gap-milestone-dates = 部分步骤的日期
gap-section-problem = 问题
gap-section-status-quo = 原先的状况
gap-section-action = 要做什么
gap-section-contribution = 有何帮助
gap-section-long-term-goal = 长期目标
gap-section-text = 部分标题下的正文
gap-action-plan = 所属行动计划
gap-roles = 由哪个机构牵头
gap-policy-areas = 主题
gap-sector = 领域
gap-inception-report = 初期报告
gap-values = 服务于哪些开放政府价值
gap-value-reasons = 为何服务于这些价值
gap-verifiable = 能否核实
gap-relevance = 是否服务于开放政府价值
gap-commitments = 各项承诺
gap-plan-text = 计划原文
gap-completion = 承诺完成到何种程度
gap-evaluated = 评估的是哪项承诺
gap-as-planned = 步骤是否按计划实施
gap-report-date = 报告日期
gap-evaluators = 由谁评估
gap-answers = 表格中部分问题的回答
gap-level = 政府级别
not-published = 未公布
not-reported = 未报告
empty-list = 这里还没有内容。
empty-cell = 无值

# Kinds of things
commitment = 承诺
commitments = 承诺
milestones = 步骤
report = 承诺期末报告
reports = 承诺期末报告
action-plan = 行动计划
action-plans = 行动计划
institution = 机构
institutions = 机构
policy-area = 主题
policy-areas = 主题
sector = 领域
sectors = 领域
value = 价值
values = 开放政府价值
locality = 地点
localities = 地点
status = 状态
statuses = 进展状态
status-unused = 没有承诺，也没有步骤
initiative = 倡议
initiatives = 倡议
practice = 良好做法
practices = 良好做法
dataset = 数据集
datasets = 数据集
all-datasets = 所有数据集
all-action-plans = 所有行动计划
all-reports = 所有报告
all-initiatives = 所有倡议
all-practices = 所有良好做法
document = 文件
documents = 文件
page = 页面
news = 新闻
offline = 离线版本

# Statuses
status-not-started = 未开始
status-in-progress = 进行中
status-stuck = 停滞
status-finished = 已完成
status-incomplete = 未完成
status-not-reported = 未报告
status-not-started-means = 工作尚未开始。
status-in-progress-means = 工作已经开始，正在继续。
status-stuck-means = 工作已经开始，暂时无法继续。
status-finished-means = 承诺的事都做到了。
status-incomplete-means = 期限已过，承诺的事没有全部做到。
status-not-reported-means = 没有公布状态。这不表示什么都没做。如有报告评估过该承诺，则显示其结果。
status-computed = 根据各步骤得出
overdue-since = 逾期自
ended-unreported = 期限已过（{ $date }），未报告结果
ended = 期限已过
overdue = 逾期
unreported = 期限已过，未报告结果
commitments-n = { $n ->
    [0] 没有承诺
   *[other] { $shown } 项承诺
}
initiatives-n = { $n ->
   *[other] { $shown } 项倡议
}
practices-n = { $n ->
   *[other] { $shown } 项良好做法
}
milestones-n = { $n ->
    [0] 没有步骤
   *[other] { $shown } 个步骤
}
# All things of a strip have one status: after their number ("4 commitments, all finished").
alike-not-started = { $n ->
    [1] 未开始
   *[other] 都未开始
}
alike-in-progress = { $n ->
    [1] 进行中
   *[other] 都在进行中
}
alike-stuck = { $n ->
    [1] 停滞
   *[other] 都停滞
}
alike-finished = { $n ->
    [1] 已完成
   *[other] 都已完成
}
alike-incomplete = { $n ->
    [1] 未完成
   *[other] 都未完成
}
alike-not-reported = { $n ->
    [1] 未报告状态
   *[other] 都未报告状态
}
finished-of = { $n ->
   *[other] { $shown } 个步骤中已完成 { $finished } 个
}

# A commitment
facts = 基本信息
on-this-page = 本页内容
who = 谁
where = 哪里
when = 何时
and-more = { $n ->
   *[other] 另有 { $shown } 个
}
in-brief = 摘要
updated = 更新于
period-label = 时间
milestone-n = 步骤 { $number }
milestones-drawn = 各步骤的时间，{ $from } 至 { $to }
owner = 负责：
odd-reason = 发布者说明：
odd-milestone = { $milestone }：{ $text }
odd-ends-before-start = 结束（{ $end }）早于开始（{ $start }）（{ $what }）。
odd-milestone-outside-commitment = { $side ->
    [start] 此步骤{ $date }开始，早于承诺的开始（{ $limit }）。
   *[end] 此步骤{ $date }结束，晚于承诺的结束（{ $limit }）。
}
odd-commitment-outside-plan = { $side ->
    [start] 承诺{ $date }开始，早于其行动计划“{ $plan }”的开始（{ $limit }）。
   *[end] 承诺{ $date }结束，晚于其行动计划“{ $plan }”的结束（{ $limit }）。
}
odd-milestones-out-of-order = 步骤 { $number } 排在步骤 { $before } 之后。
odd-repeated-institution = “{ $name }”出现了两次。
odd-institutions-alike = 还有“{ $other }”的页面，可能是同一机构。
odd-plan-of-other-locality = 行动计划“{ $plan }”属于{ $other }，而承诺属于{ $locality }。
odd-inception-of-other-member = 初始报告针对{ $other }的计划，而承诺属于{ $locality }。
odd-report-of-other-member = 本报告属于{ $locality }，而承诺属于{ $other }。
odd-report-of-other-plan = { $what ->
    [inception] 初始报告
   *[report] 本报告
}针对行动计划“{ $plan }”，而承诺称{ $is_in ->
    [none] 自己不属于任何计划。
   *[other] 自己属于另一计划。
}
odd-answer-against-degree = 对问题 { $question }，本报告回答“{ $answer }”，又把结果评为“{ $degree }”。
odd-limited-as-planned = 本报告把进展评为“{ $completion }”，又说所有步骤都按计划实施。
odd-evaluation-against-milestones = { $what ->
    [complete] 报告认为承诺已完成，但步骤 { $number } 报告为“{ $status }”。
    [as-planned] 报告称所有步骤都按计划实施，但步骤 { $number } 报告为“{ $status }”。
    [little] 报告认为进展很小，但所有步骤都报告为“{ $status }”。
   *[status] 承诺报告为已完成，但步骤 { $number } 报告为“{ $status }”。
}
odd-complete-without-evidence = { $what ->
    [complete] 本报告认为承诺已完成，但没有列出证据。
   *[as-planned] 本报告称所有步骤都按计划实施，但没有列出证据。
}
odd-translation-older = 翻译完成后，原文又有改动。
contradictions = 互相矛盾之处
contradictions-about = 本门户中有两项事实互相矛盾的页面。两者都按来源原样公布。
history = 进展经过
update-news = 新消息
undated = 无日期
milestones-by-then = 截至当时各步骤的报告情况
evaluations-table = 每份报告的结论
reported-by = 报告者：
reported-on = 报告日期：
ask-evidence = 索取证据
milestones-silent = { $n ->
    [1] 没有人报告过其唯一步骤的状态，也没有公布证据。
   *[other] 没有人报告过其 { $shown } 个步骤的状态，也没有公布证据。
}
milestones-unreported-all = { $n ->
    [1] 没有人报告过其唯一步骤的状态。
   *[other] 没有人报告过其 { $shown } 个步骤的状态。
}
milestones-without-evidence-all = { $n ->
    [1] 没有公布其唯一步骤的证据。
   *[other] 没有公布其 { $shown } 个步骤的任何证据。
}
milestones-past-all = { $n ->
    [1] 期限已过。
   *[other] 所有期限都已过。
}
milestones-past = { $n ->
   *[other] { $shown } 个期限已过。
}
milestones-unreported = 未报告状态的步骤：
milestones-without-evidence = 未公布证据的步骤：
evidence = 证据
section-problem = 问题
section-status-quo = 现状
section-action = 行动
section-contribution = 贡献
section-long-term-goal = 长期目标
not-attached = 不属于任何行动计划
inception-report = 初期报告
about-plan = 关于该计划
role-lead = （牵头）
role-supporting = （协助）
inception-review = 初次评审的意见
verifiable = 能否核实？
relevance = 是否服务于开放政府价值？
novelty = 是否是新的？
novelty-new = 是新的
novelty-continuation = 延续已有做法
novelty-unclear = 不清楚
ambition = 会带来多大改变？
ambition-no-added-value = 没有附加价值
ambition-positive = 积极改变，无约束力
ambition-binding = 有约束力或制度化的改变
ambition-unclear = 不清楚
yes = 是
no = 否
evaluations = 评估
related = 相关承诺
changes = 变动
downloads = 下载
cite = 如何引用
sources = 来源

# Taking part
comment = 对本页发表意见
take-part = 参与
report-error = 报告错误
comments-n = { $n ->
    [0] 还没有意见。
   *[other] 已公布 { $n } 条意见。
}
comment-words = 您的留言可以回答这些问题：
comment-prompt-1 = 关于这件事，您知道或看到什么？
comment-prompt-2 = 这里有什么错误或遗漏？
comment-prompt-3 = 什么对您有帮助？
comment-code = 请注明此编号：
heard = 我们听到的
did = 我们做到的
channel-whatsapp = WhatsApp
channel-phone = 电话
channel-sms = 短信
channel-email = 电子邮件
channel-post = 邮寄或亲自来访
channel-hours = 办公时间
channel-issue = 公开问题
channel-form = 表单
channel-page = 页面

# A report
evaluates = 承诺
evaluators = 评估者
contact-withheld = 来源中有联系方式，这里不公布。
completion = 完成程度
completion-note = 评估者对整项承诺的判断，不是各步骤的状态。
completion-no-evidence = 没有证据
completion-not-started = 未开始
completion-limited = 有限
completion-substantial = 大部分
completion-complete = 全部完成
completion-unsaid = 未报告
evaluated-elsewhere = 评估见于不在本门户的报告
evaluated-by = 评估见
opened = 政府是否更开放？
opened-information = 获取信息
opened-participation = 公民参与
opened-accountability = 公共问责
opened-problem = 问题得到处理
stage = 阶段
stage-mid-term = 中期
stage-end-of-term = 期末
report-mid-term = 中期报告
report-end-of-term = 承诺期末报告
report-date = 报告日期
facet-review = 初次评审
facet-evaluation = 报告中的评估
as-planned = 按计划实施的步骤
as-planned-all = 全部
as-planned-most = 大部分
as-planned-some = 部分
as-planned-none = 没有
as-planned-all-said = 所有步骤都按计划实施
as-planned-most-said = 大部分步骤按计划实施
as-planned-some-said = 部分步骤按计划实施
as-planned-none-said = 没有步骤按计划实施
# After the step of a scale that is the answer.
scale-here = （答案）
degree-worsened = 变差
degree-did-not-change = 没有变化
degree-marginal = 轻微
degree-major = 显著
degree-outstanding = 杰出
# The parts of the form
form-1 = 1. 承诺完成情况
form-2 = 2. 政府是否更开放？
form-3 = 3. 得到的经验
q1-1 = 评估时，承诺实施的总体进展如何？
q1-2 = 说明影响该承诺实施的主要外部或内部因素，以及如何应对（或没有应对）。
q1-3 = 承诺是否按原计划实施？
q2-1-1 = 政府是否公开了更多信息；提高了（新的或已有的）信息质量；提高了信息的价值；改善了公开或申请信息的渠道，或使信息更容易获取？
q2-1-2 = 政府是否创造了新的机会听取公民意见、让公民参与、了解或影响决策；改善了已有的渠道或场所；在政府或公众中建立或提高了能力，以改进听取意见和参与的方式？
q2-1-3 = 政府是否建立或改善了让官员对其行为负责的渠道、机会或能力？
q2-2 = 承诺是否处理了行动计划所述的公共政策问题？
q3 = 请给出至少一条关于该承诺实施的经验或思考：主要障碍、意外的帮助或阻碍、对今后承诺的建议，或该承诺是否应在下一个行动计划中继续。

# Lists
shown-of = { $n ->
   *[other] 共 { $shown } 项，第 { $first } 至 { $last } 项
}
in-all = 共 { $shown } 项
country = 国家
term-code = 代码 { $code }
own-site = 自己的网站
plan-text = 计划原文
topics = 主题
level = 级别
level-international = 国际
level-national = 国家
level-state = 州
level-municipal = 市
editions = 版本
extent-full = 来源提供全文。
extent-heading-only = 来源只有这个标题，没有正文。
extent-untitled = 来源有这段正文，没有标题。

# Datasets
each-row = 每一行是
rows = { $n ->
   *[other] { $shown } 行
}
columns = { $n ->
   *[other] { $shown } 列
}
rows-label = 行数
tables-label = 表
tables-files-label = 表和文件
columns-label = 列数
all-alike = 这些表的列都相同。
joined-file = 全部行，CSV
joined-about = 也可作为一个文件下载，其第一列“{ $column }”注明每行来自哪张表。
same-columns = 这些表的列相同：
snippets = 用 R、Python 或 Excel 读取
snippet-r = R
snippet-python = Python（pandas）
snippet-spreadsheet = Excel：数据、获取数据、空白查询、高级编辑器
columns-from-to = { $first } 至 { $last }
tables-n = { $shown } 个表
tables-files-n = { $shown } 个表和文件
next-update = 下次更新
licence = 许可
licence-cc0-1-0 = 知识共享零 1.0（CC0）
licence-cc-by-4-0 = 知识共享 署名 4.0
licence-cc-by-sa-4-0 = 知识共享 署名—相同方式共享 4.0
licence-odc-by-1-0 = 开放数据共享 署名 1.0
licence-odc-pddl-1-0 = 开放数据共享 公有领域 1.0
licence-pddl-1-0 = 开放数据共享 公有领域 1.0
licence-odbl-1-0 = 开放数据库许可 1.0
file-sample = 只有前几行，供查看
file-table = 整个表
file-excel = 用于 Excel
file-received = 收到时的原样
file-archive = 全部在一个文件中
file-joined = 列相同的各表的全部行
file-description = 说明，不含数据
files-details = 文件名、校验和、下载时间和样本
whole-dataset = 整个数据集
not-a-table = 此文件不是表，按收到时的原样提供。
file-notes = 收到的文件在表的上方或下方还写着：
received-encoding = 收到的文件编码为 { $encoding }
small-counts = 小于 { $below } 的计数不显示，以保护个人。单元格写作 [c]，凡由其他数字可以推算之处也是如此：{ $columns } 中的 { $n ->
       *[other] { $shown } 个单元格
    }。
received-withheld = 收到的原文件不公布。
shared-combinations = { $n ->
        [1] { $columns } 的某个组合只出现在一行中。
       *[other] { $columns } 的每个组合至少有 { $shown } 行。
    }
hidden-count = [c]：不显示，以保护个人。这是小于 { $below } 的计数，或可由其推算这样的计数。
headline-peak = 最高
headline-largest = 最高
headline-smallest = 最低
headline-part = 最常见
headline-whole = 共 { $whole }
first-rows = { $shown } 行中的前 { $first } 行
whole-table = 阅读完整的表
all-rows = 逐页阅读全部 { $shown } 行
rows-by-value = 只看所需的行，按：{ $name }
value-csv = 只有这些行
rows-page = 第 { $shown } 页，共 { $pages } 页
rows-pages-below = 本列表的页（再次列出）
other-pages = 其他页
index-by = 前往：{ $name }
column-parts = 其他列
columns-reordered = 这里先列出标明每行的列，再列数字。文件保持来源的顺序。
hidden-columns = { $n ->
   *[other] 下载文件中还有 { $shown } 列。
}
dictionary = 数据字典
dictionary-page = { $n ->
   *[other] { $shown } 列的含义
}
column = 列
meaning = 含义
values-found = 出现的值
received-as = 收到的文件中为：{ $name }
inferred = 根据数据推断
unit = 单位
key-column = 标明每一行
required = 从不为空
value-labels = 各值的含义：
allowed = 允许的值
refers-to = 指向的行属于
missing = { $n ->
   *[other] { $shown } 个空单元格（{ $percent }）
}
none-missing = 没有空单元格
missing-written = 无值时写作
spread = 各等分区间的数量：{ $counts }
from-to = { $min } 至 { $max }
distinct = { $n ->
   *[other] { $shown } 个不同的值
}
distinct-about = 约 { $shown } 个不同的值
type-string = 文字
type-integer = 整数
type-number = 数字
type-boolean = 是或否
type-date = 日期
type-datetime = 日期和时间
type-time = 时间
type-year = 年
type-yearmonth = 年月
type-duration = 时长
type-object = 对象（JSON）
type-array = 数组（JSON）
type-list = 列表
type-geopoint = 地理点
type-geojson = 地理图形（GeoJSON）
type-any = 任意
quality = 完整程度
checks-passed = 在数据集应有的 { $shown } 项信息中提供了 { $passed } 项
passed = 提供：
failed = 缺少：
limits = 这些数据不能说明什么
series = 系列
series-previous = 系列中的上一个
series-next = 系列中的下一个
series-ordered = 按所涵盖的时间排序，没有时按发布时间。
series-datasets = { $n ->
    [1] 唯一的数据集
   *[other] 其 { $shown } 个数据集
}
services = 供程序使用的服务
service-documentation = 如何查询
provenance = 数据是怎样得来的
commitments-of-data = 使用这些数据的承诺
publisher = 发布者
contact = 联系
frequency = 更新频率
issued = 首次发布
version = 版本
time-covered = 涵盖时间
area-covered = 涵盖地区
data-language = 数据语言
broken-down-by = 细分依据
keywords = 关键词
themes = 主题（欧洲分类）
further-licences = 另有许可
identifier = 在别处的标识
conforms-to = 遵循
area-code = 地区代码
area-geonames = GeoNames 上的地区
area-bounds = 西、南、东、北（度）
rule-unique = 没有重复值
rule-pattern = 格式
rule-minimum = 最小
rule-maximum = 最大
rule-min-length = 最少字符数
rule-max-length = 最多字符数
reason-scheduled = 按计划更新
reason-correction = 更正
reason-method = 方法变更
reason-takedown = 撤下数据
row-changes-added = 新增 { $n } 行
row-changes-removed = 删除 { $n } 行
row-changes-changed = 更改 { $n } 行
facts-changed = 变化：
row-first = 首次出现的版本。
milestone-came = 步骤 { $number }（新增）
milestone-went = 步骤 { $number }（已不在列）
milestone-fact = 步骤 { $number }（{ $fact }）
cells-changed = “{ $name }”列 { $n } 个单元格
columns-more = 以及另外 { $n } 列
columns-added = 新增列：{ $names }。
columns-removed = 已删除的列：{ $names }。
version-takes-from = 已从以下版本中撤下数据：{ $versions }。
version-taken-down = 自{ $date }起，不再包含版本 { $version } 撤下的数据。
version-rows = { $table }，{ $date }的版本 { $version }
version-changes = { $date }的版本 { $version } 中 { $table } 的变化
versions-more = 另有 { $n } 个更早的版本未在此列出。
versions-ledger = 所有版本及其校验和
frequency-10min = 每十分钟
frequency-12hrs = 每十二小时
frequency-15min = 每十五分钟
frequency-1min = 每分钟
frequency-30min = 每三十分钟
frequency-5min = 每五分钟
frequency-as_needed = 需要时
frequency-not_planned = 没有计划
frequency-op_datpro = 临时
frequency-annual = 每年
frequency-annual_2 = 每年两次
frequency-annual_3 = 每年三次
frequency-bidecennial = 每二十年
frequency-biennial = 每两年
frequency-bihourly = 每两小时
frequency-bimonthly = 每两个月
frequency-biweekly = 每两周
frequency-cont = 持续
frequency-daily = 每天
frequency-daily_2 = 每天两次
frequency-decennial = 每十年
frequency-hourly = 每小时
frequency-irreg = 不定期
frequency-irregular = 不定期
frequency-monthly = 每月
frequency-monthly_2 = 每月两次
frequency-monthly_3 = 每月三次
frequency-never = 不再更新
frequency-other = 其他
frequency-quadrennial = 每四年
frequency-quarterly = 每季度
frequency-quinquennial = 每五年
frequency-tridecennial = 每三十年
frequency-triennial = 每三年
frequency-trihourly = 每三小时
frequency-unknown = 未知
frequency-update_cont = 持续
frequency-weekly = 每周
frequency-weekly_2 = 每周两次
frequency-weekly_3 = 每周三次

# Not found
moved = 本页已移动
not-found = 没有这个页面
not-found-words = 地址可能写错了，或页面已移动。这些列表通向所有已发布的内容。
ways-on = 继续浏览

# For programs
developers = 开发者
developers-about = 本门户的一切都可由程序读取：地址持久的普通文件。不需要密钥，没有限制，也没有要查询的服务器。
dev-base = 每个路径都接在此地址之后：
dev-schema = JSON Schema
dev-address = 地址
dev-addresses = 全部 { $shown } 个地址
dev-own = 门户自己的 JSON
dev-own-about = 获取数据的最短途径。键只会增加：遇到不认识的可以略过。
dev-catalog = 每个数据集和每个文件，含大小、行数和 SHA-256；超过 500 个数据集时，在 “next” 指明的文件中继续。
dev-dataset = 一个数据集的全部信息，所有语言：基本信息、列、文件。
dev-profile = 每个表的统计：类型、空单元格、不同的值、范围。
dev-rows = 表的各行：对象数组。
dev-commitment = 一项承诺的全部信息：机构、步骤及其进展。
dev-report = 一份报告：每个回答、程度和说明，以及经验，所有语言。
dev-catalogs = 供收集数据的门户和其他工具使用的目录
dev-catalogs-about = 按其他门户、搜索引擎和程序库所读的标准给出的相同信息。它们总是一致，因为出自同一份记录。
dev-dcat-jsonld = DCAT-AP 3.0，JSON-LD 格式，自带上下文。大型目录在 hydra:next 指明的文件中继续，下面两种形式也一样。
dev-dcat-ttl = DCAT-AP 3.0，Turtle 格式。
dev-dcat-rdf = DCAT-AP 3.0，RDF/XML 格式，即 CKAN 读取的形式。
dev-data-json = DCAT-US 1.1，供非联邦机构的发布者使用。
dev-dcat-us-3 = DCAT-US 3.0。
dev-dcat-us-ttl = DCAT-US 3.0，Turtle 格式。
dev-package-whole = 整个门户作为一个 Data Package：每个表及其间的键。
dev-package = 一个数据集作为 Data Package（第 2 版，也可按第 1 版读取）。
dev-csvw = 按 CSV on the Web 描述的 CSV 各列。
dev-croissant = 一个数据集作为 Croissant 1.0，供机器学习使用；须有许可、发布者和日期。
dev-feeds = 有何变动
dev-feeds-about = 条目是带日期的变动，以内容本身为准。
dev-feed = 门户的每次变动，本语言（Atom）。
dev-feed-json = 同上，JSON Feed 1.1。
dev-feed-dataset = 一个数据集的变动。
dev-feed-commitment = 一项承诺的变动：页面、步骤、报告和数据。
dev-feed-institution = 某机构参与的承诺的变动。
dev-sitemap = 每个页面及其语言。
dev-registers = 登记表
dev-registers-about = 页面内容的表格形式：与其他数据集一样，有各种格式。
dev-examples = 示例
dev-examples-about = Python 3，无需安装任何东西。制作本门户的程序每次发布前都会运行它们。
dev-example-list = 列出所有数据集
dev-example-rows = 取得一个数据集的行，并检查是否完整
dev-example-unreported = 未报告结果的步骤

# Completeness of metadata
left-out = 暂缺
left-out-about = 这些页面暂时缺少：发布者还要更正其中的错误。
left-out-words = 此地址的内容暂时缺少：发布者还要更正一处错误。地址不会改变。
completeness = 数据还缺什么
completeness-about = 每个数据集应当说明但还没有说明的信息，例如许可和更新频率。
complete-n = { $n ->
   *[other] { $shown } 个数据集中有 { $complete } 个提供了全部信息。
}
facts-given = { $shown } 项信息中提供了 { $passed } 项
points-about = 分数采用 data.europa.eu 的元数据质量评估，按相同方法由这些信息算出；数据集的文件取最好的一个。
points-given = { $shown } 分中得 { $points } 分
points-lost = −{ $n }
facts-missing = 缺少：
facts-missing-of = 每个数据集缺少什么
facts-none-missing = 什么都不缺的有：
for-publishers = 给发布者
points-of-datasets = 每个数据集在欧洲目录中的分数
facts-wanted = 各项信息、缺少的代价和补充方法
facts-count = { $n ->
   *[other] { $shown } 个数据集中有 { $present } 个提供。
}
fact-mandatory = 收集数据的门户会拒绝没有它的数据集。
fact-summary = 描述
fact-summary-cost = 没有它，数据集不会进入 data.json 和 DCAT-AP，data.europa.eu 完全看不到。
fact-summary-add = 在 dataset.md 中写 summary:，一两句话。
fact-publisher = 发布者
fact-publisher-cost = 没有它，数据集不会进入 data.json，也无人对数据负责；data.europa.eu 在 405 分中扣 10 分。
fact-publisher-add = 在 dataset.md 中写 publisher:，或在 tragaluz.toml 中写 [publisher] 适用于全部。
fact-contact = 联系方式
fact-contact-cost = 没有名称和电子邮件，数据集不会进入 data.json；完全没有时，data.europa.eu 在 405 分中扣 20 分。
fact-contact-add = 写 contact:，含办公室的 name 和 email，或在 tragaluz.toml 中写 [contact] 适用于全部。
fact-keywords = 关键词
fact-keywords-cost = 一个都没有时，数据集不会进入 data.json，也很难找到；data.europa.eu 在 405 分中扣 30 分。
fact-keywords-add = 写 keywords:，列出几个词。
fact-modified = 最近变动
fact-modified-cost = 没有它，数据集不会进入 data.json，也没有人知道数据有多旧；data.europa.eu 在 405 分中扣 5 分。
fact-modified-add = 写 modified:，日期如 2024-05-31。
fact-licenses = 许可
fact-licenses-cost = 没有许可，没有人能放心地再利用数据；data.europa.eu 在 405 分中扣 30 分。
fact-licenses-add = 写 licenses:，用已知的名称如 CC-BY-4.0，或在 tragaluz.toml 中写 [licence] 适用于全部。
fact-theme = 主题
fact-theme-cost = 目录无法将数据集归类；data.europa.eu 在 405 分中扣 30 分。
fact-theme-add = 写 theme:，用欧盟数据主题的代码，如 GOVE。
fact-frequency = 频率
fact-frequency-cost = 没有人知道什么时候再来看。
fact-frequency-add = 写 frequency:，用 annual、monthly 或 irreg 之类的词。
fact-issued = 首次发布
fact-issued-cost = data.europa.eu 在 405 分中扣 5 分。
fact-issued-add = 写 issued:，加日期。
fact-spatial = 涵盖地区
fact-spatial-cost = 数据无法按地点找到；data.europa.eu 在 405 分中扣 20 分。
fact-spatial-add = 写 spatial:，含地点的名称和代码。
fact-temporal = 涵盖时间
fact-temporal-cost = 数据无法按时间找到；data.europa.eu 在 405 分中扣 20 分。
fact-temporal-add = 写 temporal:，含涵盖的第一个和最后一个日期。
fact-file = 可下载的文件
fact-file-cost = 放在别处的明天可能就没有了，这里也不知道它是否还能打开；data.europa.eu 在 405 分中扣 105 分。
fact-file-add = 把数据作为文件放进数据集的文件夹。
fact-format = 供程序使用的开放格式
fact-format-cost = 程序不能读取数据，或只有一家厂商的程序能读；data.europa.eu 在 405 分中最多扣 80 分。
fact-format-add = 把数据以 CSV 或电子表格放进数据集的文件夹：各种开放格式由此生成。
fact-licence-table = 欧盟许可表中的许可
fact-licence-table-cost = 程序不知道它允许什么；data.europa.eu 在 405 分中扣 10 分。
fact-licence-table-add = 如果数据也可以用该表中的许可（如 CC-BY-4.0）提供，请写明。否则不必改：真实的许可比分数更重要。
fact-licence-title = 许可的文字名称
fact-licence-title-cost = 只看网址，没有人知道可以怎样使用数据；data.europa.eu 在 405 分中扣 5 分。
fact-licence-title-add = 在许可的 path 旁写 title:。

# Charts. { $n } and other numbers come in the language's manner.
chart-rows = 行
chart-time = 日期
chart-data = 图表的数据
chart-files = 图表文件
chart-embed = 要在您的页面中显示，请写：
chart-source = 数据：
chart-by = 按{ $by }的{ $measure }
chart-by-both = 按{ $by }和{ $split }的{ $measure }
chart-class = { $from } 至 { $to }
chart-none = 无
chart-sum = 合计
chart-mean = 平均
chart-min = 最小
chart-max = 最大
chart-count = 行数
chart-thousands = { $n }千
chart-millions = { $n }百万
chart-billions = { $n }十亿
chart-trillions = { $n }万亿
chart-others = 另有 { $n } 项，{ $min } 至 { $max }
chart-others-sum = 另有 { $n } 项，共 { $sum }
chart-others-name = 其他（{ $n }）
chart-gap = 中间另有 { $n } 项
chart-projected = 预测
chart-projected-from = 自 { $from } 起为预测。
chart-note-from = 自 { $from } 起适用。
chart-projected-row = { $label }（预测）
reading-millions = { $n } 百万
reading-billions = { $n } 十亿
reading-trillions = { $n } 万亿
chart-standing-out = 突出显示：{ $values }。
chart-left-out = 不含{ $values }，否则其他会被重复计算。
chart-missing = { $n ->
   *[other] 缺少 { $n } 个值。
}
chart-all-rows = 这里没有显示全部行；数据文件中有全部 { $n } 行。
chart-type-line = 折线图
chart-type-columns = 柱形图
chart-type-bars = 条形图
chart-type-strip = 整体的各部分
chart-type-histogram = 直方图
chart-type-dots = 点图
chart-type-points = 成对值的点
chart-type-multiples = 同一刻度的小图
chart-type-timeline = 时间线上的时段
spark = { $first }（{ $from }）→ { $last }（{ $to }）
chart-type-sparks = 带微型图的表
chart-type-cross = 成对类别的计数
chart-type-flow = 从一侧到另一侧的流量
chart-type-map = 按经纬度的地点
chart-type-tiles = 方块地图
chart-type-table = 表
chart-change = { $name }：{ $from }为 { $first }，{ $to }为 { $last }（{ $change }）。
chart-range = 最低 { $min }（{ $at-min }），最高 { $max }（{ $at-max }）。
chart-classes = { $type }：值从 { $from } 到 { $to }；最多的 { $count } 个在 { $class } 之间。
chart-flows = { $type }：{ $n } 条流量。最大的从{ $from }到{ $to }：{ $value }。
chart-from-to = { $measure }，从 { $from } 到 { $to }
chart-places = 每个{ $name }的位置
chart-north = 北
chart-south = 南
chart-east = 东
chart-west = 西
chart-rows-said = { $type }，{ $n } 行；数值见下表。

# Search
search = 搜索
search-label = 您要找什么？
search-do = 搜索
search-about = { $n ->
   *[other] 搜索 { $shown } 个页面：标题、摘要和正文。
} 重音和大小写都不影响，最后一个词只需写开头。
search-no-script = 您的浏览器不运行脚本。此表单通向 A–Z 索引。
search-results = 结果
search-wait = 正在搜索…
search-count = 找到的页面：%
search-some = 没有页面包含所有这些词。最接近的页面：%
search-near = 没有页面这样写。同时搜索了：%
search-found-words = 包含：%
search-rows-of = %的行
search-cut = 只搜索了一部分：请减少词语，或把最后一个词写得更长。
search-failed = 无法读取搜索索引。请重新加载页面，或使用 A–Z 索引。
search-more = 显示更多
search-none = 没有页面包含所有这些词。您可以：
search-none-1 = 去掉一些词，或换别的词；
search-none-2 = 只写一个词的开头；
search-none-3 = 浏览 A–Z 索引。
search-examples = 例如
search-example-value = “{ $name }”中的{ $value }
search-browse = 或浏览
search-by-words = 按词搜索
search-describes = 搜索“{ $title }”
# Words that are not looked for, for every page has them.
search-stop-words = 的 了 和 是 在 与 及 或 也 就 都 而 为 对
# Other words by which people look for commitments of each status.
search-words-finished = 完成 已完成 做到 实现 结束
search-words-in-progress = 进行 进行中 正在
search-words-stuck = 停滞 暂停 受阻
search-words-not-started = 未开始 待办
search-words-incomplete = 未完成 部分 失败
search-words-not-reported = 未报告 未知
search-words-evaluated = 评估 结果 已评估
search-words-register = 列表 全部 表 目录
search-words-overdue = 逾期 延误 过期 期限
a-z = A–Z 索引
a-z-about = { $n ->
   *[other] 全部 { $shown } 个已发布页面，按字母顺序。
}
a-z-letters = 字母
a-z-guides = 此字母的页
a-z-signs = 数字和符号
a-z-signs-short = 0–9
continued = （续）

# Lists cut by a fact
data-themes = 按主题
formats = 按格式
licences = 按许可
publishers = 按发布者
places = 按地点
only-largest = 只有最大的列表有自己的页面。

# Lists that are cut: headings. "-of" is about a place; "-at" is for every name, and for a place whose name needs an article.
names-with-article = -
heading-status-finished = 已完成的承诺
heading-status-finished-of = { $name }已完成的承诺
heading-status-finished-at = { $name }：已完成的承诺
heading-status-finished-year = { $name }年到期且已完成的承诺
heading-status-in-progress = 进行中的承诺
heading-status-in-progress-of = { $name }进行中的承诺
heading-status-in-progress-at = { $name }：进行中的承诺
heading-status-in-progress-year = { $name }年到期、进行中的承诺
heading-status-stuck = 停滞的承诺
heading-status-stuck-of = { $name }停滞的承诺
heading-status-stuck-at = { $name }：停滞的承诺
heading-status-stuck-year = { $name }年到期、停滞的承诺
heading-status-not-started = 未开始的承诺
heading-status-not-started-of = { $name }未开始的承诺
heading-status-not-started-at = { $name }：未开始的承诺
heading-status-not-started-year = { $name }年到期、未开始的承诺
heading-status-incomplete = 未完成的承诺
heading-status-incomplete-of = { $name }未完成的承诺
heading-status-incomplete-at = { $name }：未完成的承诺
heading-status-incomplete-year = { $name }年到期、未完成的承诺
heading-status-not-reported = 未报告状态的承诺
heading-status-not-reported-of = { $name }未报告状态的承诺
heading-status-not-reported-at = { $name }：未报告状态的承诺
heading-status-not-reported-year = { $name }年到期、未报告状态的承诺
heading-plan = { $name }：承诺
heading-year = { $name }年到期的承诺
heading-year-of = { $name }于{ $second }年到期的承诺
heading-year-at = { $name }：{ $second }年到期的承诺
heading-completion = 完成程度为“{ $name }”的承诺
heading-completion-of = { $name }完成程度为“{ $second }”的承诺
heading-completion-at = { $name }：完成程度为“{ $second }”的承诺
heading-topic-of = { $name }关于“{ $second }”的承诺
heading-topic-at = { $name }：关于“{ $second }”的承诺
heading-verdict = 承诺——{ $name }：{ $second }
facet-verdict = { $name }：{ $second }
heading-data-themes = 关于“{ $name }”的数据集
heading-formats = { $name } 格式的数据集
heading-licences = 许可为“{ $name }”的数据集
heading-publishers = { $name }：数据集
heading-places = 关于{ $name }的数据集
heading-keywords = 关键词为“{ $name }”的数据集
heading-datasets-both = 数据集：{ $name }、{ $second }
filter = 筛选
filter-remove = 去掉“{ $name }”
milestones-by-month = 按月份的步骤
commitments-by-end = 按结束日期的承诺
commitments-by-place = 按地点的承诺
order-own = 按门户的顺序
order-by-end = 按结束日期
order-by-place = 按地点
month-overdue = 自{ $month }逾期
month-coming = { $month }到期
milestones-coming = 即将到期：{ $n }
milestones-overdue = 逾期：{ $n }
milestones-past-part = 已过：{ $n }
month-none = 没有日期
place-none = 没有地点
calendar = 把这些日期加入您的日历（.ics）
heading-milestones-finished = 已完成的步骤
heading-milestones-in-progress = 进行中的步骤
heading-milestones-stuck = 停滞的步骤
heading-milestones-not-started = 未开始的步骤
heading-milestones-incomplete = 未完成的步骤
heading-milestones-not-reported = 未报告状态的步骤
heading-milestones-year = { $name }年到期的步骤
heading-milestones-of = { $name }的步骤
heading-milestones-at = { $name }：步骤
heading-milestones-both-of = { $name }的步骤：{ $second }
heading-milestones-both-at = 步骤：{ $name }、{ $second }
facet-all = 全部
years = 到期
theme-agri = 农业、渔业、林业和食品
theme-econ = 经济与金融
theme-educ = 教育、文化和体育
theme-ener = 能源
theme-envi = 环境
theme-gove = 政府与公共部门
theme-heal = 健康
theme-intr = 国际事务
theme-just = 司法与公共安全
theme-op_datpro = 临时数据
theme-regi = 地区与城市
theme-soci = 人口与社会
theme-tech = 科学与技术
theme-tran = 交通

report-absent = 被引用但不在本门户的报告

# Editions that need no connection.
offline-about = 整个门户，可保存、放进 U 盘携带、离线阅读。
offline-inside = 这是供离线使用的副本。它无法写明自己的大小和校验和：它们在网上的本页。
offline-web = 网上的本页：
no-connection = 没有网络
no-connection-kept = 本页没有保存在此设备上。您以前打开过的页面已保存：
offline-no-qr = 没有二维码，因为门户没有写明自己的地址。
offline-whole = 整个门户
offline-check = 如何检查文件
offline-check-how = 计算文件的 SHA-256，与这里给出的比较。Windows：certutil -hashfile 文件 SHA256。macOS：shasum -a 256 文件。Linux：sha256sum 文件。
offline-sums = 门户所有文件的校验和：
offline-key = 该清单已签名（SHA256SUMS.minisig）。公钥，供 tragaluz verify 或 minisign 使用：
offline-books = 电子书，可离线
edition-zip = 整个门户在一个文件夹中
edition-zip-about = 解压后双击 index.html：每个页面都可离线使用，无需安装任何东西。
edition-zim = 供 Kiwix 使用的整个门户
edition-zim-about = 供 Kiwix 使用的一个文件；Kiwix 是自由软件，也能在手机之间传送门户。
edition-text = 所有文字在一个文件中
edition-text-about = 纯文本，适合任何设备、屏幕阅读器或打印。
edition-epub = 电子书
edition-pdf = 可打印的书
notice-do = 您可以做什么
notice-more = 已知的一切及其证据：
notice-code = 二维码：
edition-left-out = { $n ->
   *[other] { $n } 个文件因大小或名称未收入；README 文件中有其名称。
}
edition-left-out-zim = { $n ->
   *[other] { $n } 个文件因大小或名称未收入；它们在已发布的门户上。
}
edition-date = 截至 { $date }
paper-sum = 持有此页的人可以核对：网上本页的纯文本（.txt）的 SHA-256 为
# Names of files: letters and digits only.
edition-text-name = all
read-me-name = README
read-me-open = 要阅读，请全部解压到一个文件夹，双击 index.html。只需要浏览器：不需要网络，也不需要其他程序。
read-me-inside = 里面是门户所发布的内容，逐字节相同：页面、纯文本、数据和目录。只有离线版本的页面不同，因为任何版本都不能包含自己的校验和。
read-me-sums = SHA256SUMS 含每个文件的校验和。要全部检查，请在此文件夹中运行：sha256sum -c SHA256SUMS（Linux）或 shasum -a 256 -c SHA256SUMS（macOS）。在 Windows 上检查单个文件：certutil -hashfile 文件 SHA256
read-me-left-out = 这些文件因大小或名称未收入。本副本中指向它们的链接无效；它们在网上。
read-me-fresh = 门户的当前版本：
text-contents = 目录
book-contents = 目录
book-cover = 封面
book-web = 网上的本页：
book-note = 根据门户截至 { $date } 的页面制作。
book-access = 文本带有程序可以识别的标题、列表和表格；每幅图也用文字说明。没有任何内容依赖颜色或声音。
zim-description = 开放政府的承诺与数据
commitments-more = { $n ->
   *[other] 另有 { $n } 项承诺使用这些数据；承诺列表中有全部。
 }
own-facts = 更多信息
on-another-server = 在另一服务器上：{ $host }
elsewhere-words = 此文件在另一服务器上。这里不检查，它在那里随时可能改变。

### Personal data that are published by decision of an office.

waivers = 公布的个人数据及原因
waivers-about = 门户发布前会检查个人数据。以下数据由某办公室决定公布，并由其负责。
waivers-off = 没有人检查过个人数据
waivers-here = 本页含个人数据：原因及决定者
waiver-kinds = 数据
waiver-file = 文件
waiver-columns = 列
waiver-ground = 依据
waiver-reason = 原因
waiver-by = 决定者
waiver-until = 有效至
ground-public-official = 属于公职人员的公务信息
ground-consented = 本人已同意
ground-published-by-law = 法律要求公布
ground-office-contact = 是办公室的联系方式
ground-not-personal = 不属于任何人，只是看起来像
ground-fictitious = 是虚构的
ground-historical = 属于早已去世的人
personal-kind = { $kind ->
    [curp] CURP
    [rfc] 个人 RFC
    [clabe] 银行账户（CLABE）
    [card] 支付卡号
    [nss] 社会保障号（NSS）
    [voter-key] 选民号
    [passport] 护照号
    [plate] 车牌号
    [e-mail] 电子邮件地址
    [telephone] 电话号码
    [ip-address] IP 地址
    [street] 住址
    [home-coordinates] 住宅坐标
    [iban] 银行账户（IBAN）
    [name] 姓名
    [birth-date] 出生日期
   *[other] { $named }
}

# The glossary. `term-NAME-forms`: as texts have it, divided by "|"; texts link to a term where they have it first.
glossary = 词语的含义
glossary-about = 这些页面使用的开放政府和开放数据词语，用浅显的话说明。
glossary-own = 本门户的词语
glossary-promises = 关于承诺的词语
glossary-data = 关于数据的词语
term-ogp = 开放政府伙伴关系（OGP）
term-ogp-forms = 开放政府伙伴关系|OGP
term-ogp-means = 七十多个国家的政府和公民社会商定各政府为更加开放要做什么，并公开检查。
term-action-plan = 行动计划
term-action-plan-means = 政府承诺在约两年内做的事，与公民社会共同制定。
term-commitment = 承诺
term-commitment-means = 行动计划中的一项许诺：做什么、谁来做、何时完成。
term-milestone = 步骤
term-milestone-means = 承诺中的一步，有自己的日期，结果可以核实。
term-evidence = 证据
term-evidence-means = 表明事情已做的东西：文件、会议记录、已发布的页面、数据。
term-end-report = 承诺期末报告
term-end-report-means = 承诺到期时评估者的结论：做了什么、政府是否更开放、学到了什么。
term-inception-report = 初期报告
term-inception-report-forms = 初期报告
term-inception-report-means = 计划公布后不久的初次评审：每项承诺能否核实、可能带来多大改变。
term-irm = 独立报告机制（IRM）
term-irm-forms = 独立报告机制|IRM
term-irm-means = 开放政府伙伴关系中独立于各政府、评审计划及其结果的机构。
term-open-government = 开放政府
term-open-government-means = 公开所知所为、让民众参与、并为决定负责的政府。
term-obligated-subject = 负有义务的主体
term-obligated-subject-forms = 负有义务的主体
term-obligated-subject-means = 墨西哥法律中必须公布信息并答复申请者：政府部门、议会、法院、政党、工会及其他接受公款者。
term-technical-secretariat = 技术秘书处
term-technical-secretariat-forms = 技术秘书处
term-technical-secretariat-means = 起草并跟进行动计划的部门和组织小组。
term-proactive-transparency = 主动透明
term-proactive-transparency-forms = 主动透明
term-proactive-transparency-means = 不经请求、超出法律要求，公布民众需要的信息。
term-social-accountability = 社会监督
term-social-accountability-forms = 社会监督
term-social-accountability-means = 民众和组织关注政府所为，要求说明并得到答复。
term-open-data = 开放数据
term-open-data-means = 任何人都可以免费下载、使用和转发、不限用途的数据。
term-dataset = 数据集
term-dataset-means = 关于同一事项的一个或多个表，以及理解它们所需的说明。
term-dictionary = 数据字典
term-dictionary-means = 表中每列的含义：单位、可能的值、缺少什么。
term-licence = 许可
term-licence-means = 数据所有者允许他人如何使用数据。
term-csv = CSV
term-csv-means = 纯文本的表，一行一条。任何电子表格或程序都能打开。
term-metadata = 元数据
term-metadata-means = 关于数据的数据：由谁、何时、多久发布一次，关于何地何时。
term-checksum = 校验和（SHA-256）
term-checksum-means = 由文件算出的一个长数字。两份副本的数字相同，就是完全相同的文件。
term-offline = 离线版本
term-offline-means = 可携带、无需互联网即可阅读的门户文件。
