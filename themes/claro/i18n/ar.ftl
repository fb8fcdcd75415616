### العربية. لم يراجعها بعد متحدث أصلي.
### $n chooses the plural; $shown is the same number written out.

# Language, numbers, dates
language-name = العربية
number-decimal = .
number-group = ,
number-group-from = 4
percent = { "\u200E" }{ $shown }%
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
period = من { $start } إلى { $end }
period-months = من { $first } إلى { $last } { $year }
period-from = منذ { $start }
period-until = حتى { $end }
bytes-b = { $n ->
    [one] بايت واحد ({ $shown })
    [two] بايتان ({ $shown })
    [few] { $shown } بايتات
    [zero] { $shown } بايت
    [many] { $shown } بايت
   *[other] { $shown } بايت
}
bytes-kb = { $shown } كيلوبايت
bytes-mb = { $shown } ميغابايت
bytes-gb = { $shown } غيغابايت
wait-seconds = نحو { $shown } ث باتصال بطيء (400 كيلوبت/ث)
wait-minutes = نحو { $shown } د باتصال بطيء (400 كيلوبت/ث)

# The frame of every page
home = الرئيسية
skip = إلى المحتوى
languages = اللغات
main-menu = القائمة الرئيسية
menu-more = المزيد
menu-datasets = البيانات
menu-action-plans = الخطط
menu-reports = التقارير
menu-localities = الأماكن
menu-here = (هنا)
breadcrumbs = أنت هنا
also-as = هذه الصفحة بأشكال أخرى:
# In plain text: "[removed: word]", "[added: word]", "(note 1)", and where its own checksum would stand.
text-removed = محذوف
text-added = مضاف
text-note = ملاحظة
text-sum = مذكور في الصفحة نفسها: لا يمكن لملف أن يحوي مجموعه
text-edition = نص بسيط
data-edition = بيانات (JSON)
pdf-edition = PDF للطباعة
notice = إعلان من صفحة واحدة (PDF)
feed = متابعة التغييرات (Atom)
feed-commitment = «{ $title }»: { $status }
feed-milestone = المرحلة { $number } من «{ $title }»: { $status }
feed-issued = نُشر أول مرة: { $title }
address = عنوان هذه الصفحة:
help = أسئلة أو تصحيحات؟
# A sentence of the ways that there are: "You can write an e-mail, call or come in person. Please …"
help-ways = {"يمكنكم "}
help-or = {" أو "}
help-by-email = كتابة بريد إلكتروني
help-by-phone = الاتصال بالهاتف
help-by-sms = إرسال رسالة قصيرة
help-by-whatsapp = الكتابة عبر واتساب
help-by-post = إرسال رسالة بالبريد
help-by-hours = الحضور شخصيا
help-by-page = استعمال الصفحة المذكورة أدناه
help-words = يرجى ذكر الصفحة المقصودة.
no-contact = لا تنشر البوابة جهة اتصال.
published-by = الناشر:
as-of = يُحسب التأخر حتى { $date }.
untranslated = هذه الصفحة غير مترجمة. نصها بلغة { $language }.
pages = صفحات هذه القائمة
previous = الصفحة السابقة
next = الصفحة التالية
page-here = { $shown } (هذه الصفحة)
list-here = (هذه القائمة)
page-before = قبلها:
page-after = بعدها:
narrow = عرض هذا فقط
browse = من أين تبدأ
table = جدول
back-to-text = عودة إلى النص، ملاحظة

# The first page
home-places = حسب المكان
home-topics = حسب الموضوع
home-data-places = البيانات حسب المكان
home-data-topics = البيانات حسب الموضوع
all-localities = كل الأماكن
all-policy-areas = كل المواضيع
all-sectors = كل القطاعات
home-standing = حال الالتزامات
home-changes = أحدث التغييرات
home-all = كل ما هنا
home-registers = ما تقوله هذه الصفحات، كبيانات أيضا:
news-milestones = { $n ->
    [one] المرحلة { $numbers }:
    [zero] المراحل { $numbers }:
    [two] المراحل { $numbers }:
    [few] المراحل { $numbers }:
    [many] المراحل { $numbers }:
   *[other] المراحل { $numbers }:
}
news-dataset = حُدّثت البيانات
news-first-dataset = مجموعة بيانات جديدة
news-report = نُشر تقرير أو صُحّح
news-commitment = حُدّثت صفحة الالتزام
news-action-plan = حُدّثت خطة العمل
news-initiative = حُدّثت المبادرة
news-page = حُدّثت الصفحة

# What is not known
not-given = لا يذكر المصدر:
comma = {"، "}
full-stop = .
semicolon = {"؛ "}
colon = {": "}
sentence-gap = {" "}
gap-modified = متى حُدّثت
gap-next-update = متى ستُحدّث
gap-column-meanings = معنى أعمدتها
gap-some-column-meanings = معنى بعض الأعمدة
gap-licence = الرخصة
gap-limits = ما لا تستطيع البيانات قوله
gap-provenance = كيف أُعدّت البيانات
gap-publisher = من ينشرها
gap-contact = من يُسأل
gap-frequency = كم مرة تُحدّث
gap-issued = متى نُشرت أول مرة
gap-time-covered = الفترة المشمولة
gap-area-covered = المنطقة المشمولة
gap-sources = من أين جاءت البيانات
gap-fact-sources = من أين جاءت هذه المعلومات
gap-institutions = من المسؤول
gap-locality = أين يُنفَّذ
gap-period = تواريخه
gap-milestones = مراحله
gap-milestone-dates = تواريخ بعض المراحل
gap-section-problem = المشكلة
gap-section-status-quo = كيف كان الوضع
gap-section-action = ما سيُفعل
gap-section-contribution = كيف سيفيد
gap-section-long-term-goal = الهدف البعيد
gap-section-text = النص تحت بعض العناوين
gap-action-plan = خطة عمله
gap-roles = أي مؤسسة تقود
gap-policy-areas = مواضيعه
gap-sector = قطاعه
gap-inception-report = التقرير الأولي
gap-values = قيم الحكومة المفتوحة التي يخدمها
gap-value-reasons = لماذا يخدم هذه القيم
gap-verifiable = هل يمكن التحقق منه
gap-relevance = هل يخدم قيمة من قيم الحكومة المفتوحة
gap-commitments = التزاماتها
gap-plan-text = نص الخطة
gap-completion = إلى أين وصل الالتزام
gap-evaluated = أي التزام يقيّمه
gap-as-planned = هل نُفّذت المراحل كما خُطط
gap-report-date = تاريخ التقرير
gap-evaluators = من قيّم
gap-answers = أجوبة بعض أسئلة الاستمارة
gap-level = مستوى الحكومة
not-published = غير منشور
not-reported = لم يُبلَّغ عنه
empty-list = لا شيء هنا بعد.
empty-cell = بلا قيمة

# Kinds of things
commitment = التزام
commitments = الالتزامات
milestones = المراحل
report = تقرير نهاية الالتزام
reports = تقارير نهاية الالتزام
action-plan = خطة عمل
action-plans = خطط العمل
institution = مؤسسة
institutions = المؤسسات
policy-area = موضوع
policy-areas = المواضيع
sector = قطاع
sectors = القطاعات
value = قيمة
values = قيم الحكومة المفتوحة
locality = مكان
localities = الأماكن
status = الحالة
statuses = حالات التقدم
status-unused = لا التزامات ولا مراحل
initiative = مبادرة
initiatives = المبادرات
practice = ممارسة جيدة
practices = الممارسات الجيدة
dataset = مجموعة بيانات
datasets = مجموعات البيانات
all-datasets = كل مجموعات البيانات
all-action-plans = كل خطط العمل
all-reports = كل التقارير
all-initiatives = كل المبادرات
all-practices = كل الممارسات الجيدة
document = وثيقة
documents = الوثائق
page = صفحة
news = الأخبار
offline = نسخ دون اتصال

# Statuses
status-not-started = لم يبدأ
status-in-progress = جارٍ
status-stuck = متوقف
status-finished = منتهٍ
status-incomplete = غير مكتمل
status-not-reported = لم يُبلَّغ عنه
status-not-started-means = لم يبدأ العمل.
status-in-progress-means = بدأ العمل وهو مستمر.
status-stuck-means = بدأ العمل ولا يمكن أن يستمر الآن.
status-finished-means = أُنجز كل ما وُعد به.
status-incomplete-means = انتهى الأجل ولم يُنجز كل ما وُعد به.
status-not-reported-means = لم تُنشر حالة. لا يعني هذا أن شيئا لم يُنجز. وإذا قيّم تقرير الالتزام عُرضت نتيجته.
status-computed = بحسب مراحله
overdue-since = متأخر منذ
ended-unreported = انتهى الأجل ({ $date }) ولم تُبلَّغ نتيجة
ended = انتهى الأجل
overdue = متأخرة
unreported = انتهى أجلها ولم تُبلَّغ نتيجة
commitments-n = { $n ->
    [zero] لا التزامات
    [one] التزام واحد
    [two] التزامان
    [few] { $shown } التزامات
    [many] { $shown } التزاما
   *[other] { $shown } التزام
}
initiatives-n = { $n ->
    [zero] لا مبادرات
    [one] مبادرة واحدة
    [two] مبادرتان
    [few] { $shown } مبادرات
    [many] { $shown } مبادرة
   *[other] { $shown } مبادرة
}
practices-n = { $n ->
    [zero] لا ممارسات جيدة
    [one] ممارسة جيدة واحدة
    [two] ممارستان جيدتان
    [few] { $shown } ممارسات جيدة
    [many] { $shown } ممارسة جيدة
   *[other] { $shown } ممارسة جيدة
}
milestones-n = { $n ->
    [zero] لا مراحل
    [one] مرحلة واحدة
    [two] مرحلتان
    [few] { $shown } مراحل
    [many] { $shown } مرحلة
   *[other] { $shown } مرحلة
}
# All things of a strip have one status: after their number ("4 commitments, all finished").
alike-not-started = { $n ->
    [one] لم يبدأ
    [zero] لم يبدأ أي منها
    [two] لم يبدأ أي منها
    [few] لم يبدأ أي منها
    [many] لم يبدأ أي منها
   *[other] لم يبدأ أي منها
}
alike-in-progress = { $n ->
    [one] جارٍ
    [zero] كلها جارية
    [two] كلها جارية
    [few] كلها جارية
    [many] كلها جارية
   *[other] كلها جارية
}
alike-stuck = { $n ->
    [one] متوقف
    [zero] كلها متوقفة
    [two] كلها متوقفة
    [few] كلها متوقفة
    [many] كلها متوقفة
   *[other] كلها متوقفة
}
alike-finished = { $n ->
    [one] منتهٍ
    [zero] كلها منتهية
    [two] كلها منتهية
    [few] كلها منتهية
    [many] كلها منتهية
   *[other] كلها منتهية
}
alike-incomplete = { $n ->
    [one] غير مكتمل
    [zero] كلها غير مكتملة
    [two] كلها غير مكتملة
    [few] كلها غير مكتملة
    [many] كلها غير مكتملة
   *[other] كلها غير مكتملة
}
alike-not-reported = { $n ->
    [one] بلا حالة مبلَّغة
    [zero] بلا أي حالة مبلَّغة
    [two] بلا أي حالة مبلَّغة
    [few] بلا أي حالة مبلَّغة
    [many] بلا أي حالة مبلَّغة
   *[other] بلا أي حالة مبلَّغة
}
finished-of = { $n ->
    [one] انتهى { $finished } من مرحلة واحدة
    [two] انتهى { $finished } من مرحلتين
    [few] انتهى { $finished } من { $shown } مراحل
    [zero] انتهى { $finished } من { $shown } مرحلة
    [many] انتهى { $finished } من { $shown } مرحلة
   *[other] انتهى { $finished } من { $shown } مرحلة
}

# A commitment
facts = معلومات أساسية
on-this-page = في هذه الصفحة
who = من
where = أين
when = متى
and-more = { $n ->
    [one] وواحد غيرها
    [two] واثنان غيرها
    [zero] و{ $shown } غيرها
    [few] و{ $shown } غيرها
    [many] و{ $shown } غيرها
   *[other] و{ $shown } غيرها
}
in-brief = باختصار
updated = آخر تحديث
period-label = متى
milestone-n = المرحلة { $number }
milestones-drawn = المراحل في الزمن، من { $from } إلى { $to }
owner = المسؤول:
odd-reason = يقول الناشر:
odd-milestone = { $milestone }: { $text }
odd-ends-before-start = النهاية، { $end }، قبل البداية، { $start } ({ $what }).
odd-milestone-outside-commitment = { $side ->
    [start] تبدأ في { $date }، قبل الالتزام الذي يبدأ في { $limit }.
   *[end] تنتهي في { $date }، بعد الالتزام الذي ينتهي في { $limit }.
}
odd-commitment-outside-plan = { $side ->
    [start] يبدأ الالتزام في { $date }، قبل خطة عمله «{ $plan }» التي تبدأ في { $limit }.
   *[end] ينتهي الالتزام في { $date }، بعد خطة عمله «{ $plan }» التي تنتهي في { $limit }.
}
odd-milestones-out-of-order = المرحلة { $number } واردة بعد المرحلة { $before }.
odd-repeated-institution = ورد اسم «{ $name }» مرتين.
odd-institutions-alike = هناك صفحة أخرى باسم «{ $other }». قد تكون المؤسسة نفسها.
odd-plan-of-other-locality = خطة العمل «{ $plan }» تخص: { $other }؛ والالتزام يخص: { $locality }.
odd-inception-of-other-member = تقرير البداية عن خطة تخص: { $other }؛ والالتزام يخص: { $locality }.
odd-report-of-other-member = هذا التقرير يخص: { $locality }؛ والالتزام يخص: { $other }.
odd-report-of-other-plan = { $what ->
    [inception] تقرير البداية
   *[report] هذا التقرير
} عن خطة العمل «{ $plan }». ويقول الالتزام إنه { $is_in ->
    [none] ليس في أي خطة.
   *[other] في خطة أخرى.
}
odd-answer-against-degree = يجيب هذا التقرير عن السؤال { $question } بـ«{ $answer }»، ويقول عن النتيجة: «{ $degree }».
odd-limited-as-planned = يصف هذا التقرير التقدم بأنه «{ $completion }»، ويقول إن كل المراحل نُفذت كما خُطط لها.
odd-evaluation-against-milestones = { $what ->
    [complete] يعد التقرير الالتزام مكتملا، لكن المرحلة { $number } أُبلغ عنها بأنها «{ $status }».
    [as-planned] يقول التقرير إن كل المراحل نُفذت كما خُطط لها، لكن المرحلة { $number } أُبلغ عنها بأنها «{ $status }».
    [little] يرى التقرير تقدما قليلا، لكن كل المراحل أُبلغ عنها بأنها «{ $status }».
   *[status] أُبلغ عن انتهاء الالتزام، لكن المرحلة { $number } «{ $status }».
}
odd-complete-without-evidence = { $what ->
    [complete] يعد هذا التقرير الالتزام مكتملا ولا يذكر دليلا.
   *[as-planned] يقول هذا التقرير إن كل المراحل نُفذت كما خُطط لها ولا يذكر دليلا.
}
odd-translation-older = تغير الأصل بعد إعداد هذه الترجمة.
contradictions = ما لا يتوافق
contradictions-about = صفحات في هذه البوابة تتعارض فيها معلومتان. تُنشر كلتاهما كما أوردها المصدر.
history = كيف سار العمل
update-news = مستجد
undated = بلا تاريخ
milestones-by-then = ما أُبلغ عنه من مراحله حتى ذلك الحين
evaluations-table = ما توصل إليه كل تقرير
reported-by = أبلغ عنه:
reported-on = أُبلغ عنه في
ask-evidence = طلب دليل
milestones-silent = { $n ->
    [one] لم يُبلغ أحد عن حالة مرحلته الوحيدة ولم يُنشر دليل عليها.
    [two] لم يُبلغ أحد عن حالة مرحلتيه ولم يُنشر دليل عليهما.
    [few] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }، ولم يُنشر دليل عليها.
    [zero] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }، ولم يُنشر دليل عليها.
    [many] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }، ولم يُنشر دليل عليها.
   *[other] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }، ولم يُنشر دليل عليها.
}
milestones-unreported-all = { $n ->
    [one] لم يُبلغ أحد عن حالة مرحلته الوحيدة.
    [two] لم يُبلغ أحد عن حالة مرحلتيه.
    [zero] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }.
    [few] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }.
    [many] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }.
   *[other] لم يُبلغ أحد عن حالة أي من مراحله وعددها { $shown }.
}
milestones-without-evidence-all = { $n ->
    [one] لم يُنشر دليل على مرحلته الوحيدة.
    [two] لم يُنشر دليل على مرحلتيه.
    [zero] لم يُنشر دليل على أي من مراحله وعددها { $shown }.
    [few] لم يُنشر دليل على أي من مراحله وعددها { $shown }.
    [many] لم يُنشر دليل على أي من مراحله وعددها { $shown }.
   *[other] لم يُنشر دليل على أي من مراحله وعددها { $shown }.
}
milestones-past-all = { $n ->
    [one] انتهى الأجل.
    [zero] انتهت كل الآجال.
    [two] انتهت كل الآجال.
    [few] انتهت كل الآجال.
    [many] انتهت كل الآجال.
   *[other] انتهت كل الآجال.
}
milestones-past = { $n ->
    [one] انتهى أجل واحد.
    [two] انتهى أجلان.
    [few] انتهت { $shown } آجال.
    [zero] انتهى { $shown } أجلا.
    [many] انتهى { $shown } أجلا.
   *[other] انتهى { $shown } أجلا.
}
milestones-unreported = مراحل لم تُبلَّغ حالتها:
milestones-without-evidence = مراحل لم يُنشر دليل عليها:
evidence = الأدلة
section-problem = المشكلة
section-status-quo = الوضع الحالي
section-action = العمل
section-contribution = الإسهام
section-long-term-goal = الهدف البعيد
not-attached = ليس جزءا من خطة عمل
inception-report = التقرير الأولي
about-plan = عن الخطة
role-lead = (المسؤولة)
role-supporting = (المساندة)
inception-review = ما قالته المراجعة الأولى
verifiable = هل يمكن التحقق منه؟
relevance = هل يخدم قيمة من قيم الحكومة المفتوحة؟
novelty = هل هو جديد؟
novelty-new = جديد
novelty-continuation = يواصل ممارسة قائمة
novelty-unclear = غير واضح
ambition = كم سيغيّر؟
ambition-no-added-value = بلا قيمة مضافة
ambition-positive = تغيير إيجابي غير ملزم
ambition-binding = تغيير ملزم أو مؤسسي
ambition-unclear = غير واضح
yes = نعم
no = لا
evaluations = التقييمات
related = التزامات ذات صلة
changes = التغييرات
downloads = التنزيلات
cite = كيفية الاستشهاد
sources = المصادر

# Taking part
comment = التعليق على هذه الصفحة
take-part = شاركوا
report-error = الإبلاغ عن خطأ
comments-n = { $n ->
    [zero] لا تعليقات بعد.
    [one] تعليق واحد منشور.
    [two] تعليقان منشوران.
    [few] { $n } تعليقات منشورة.
    [many] { $n } تعليقا منشورا.
   *[other] { $n } تعليقا منشورا.
}
comment-words = يمكن لرسالتكم أن تجيب عن هذه الأسئلة:
comment-prompt-1 = ماذا تعرفون أو ترون في هذا الشأن؟
comment-prompt-2 = هل هنا خطأ أو نقص؟
comment-prompt-3 = ما الذي يفيدكم؟
comment-code = يرجى ذكر هذا الرمز:
heard = ما سمعناه
did = ما فعلناه
channel-whatsapp = واتساب
channel-phone = الهاتف
channel-sms = رسالة قصيرة
channel-email = البريد الإلكتروني
channel-post = بالبريد أو شخصيا
channel-hours = ساعات العمل
channel-issue = بلاغ علني
channel-form = استمارة
channel-page = صفحة

# A report
evaluates = الالتزام
evaluators = المقيّمون
contact-withheld = في المصدر معلومات اتصال؛ وهي لا تُنشر هنا.
completion = الإنجاز
completion-note = حكم المقيّمين على الالتزام كله. وليس حالة مراحله.
completion-no-evidence = بلا دليل
completion-not-started = لم يبدأ
completion-limited = محدود
completion-substantial = كبير
completion-complete = كامل
completion-unsaid = لم يُبلَّغ عنه
evaluated-elsewhere = قُيّم في تقرير ليس في هذه البوابة
evaluated-by = قُيّم في
opened = هل انفتحت الحكومة؟
opened-information = الحصول على المعلومات
opened-participation = مشاركة المواطنين
opened-accountability = المساءلة العامة
opened-problem = عولجت المشكلة
stage = المرحلة
stage-mid-term = في منتصف المدة
stage-end-of-term = في النهاية
report-mid-term = تقرير منتصف المدة
report-end-of-term = تقرير نهاية الالتزام
report-date = تاريخ التقرير
facet-review = المراجعة الأولى
facet-evaluation = التقييم في التقارير
as-planned = مراحل نُفّذت كما خُطط
as-planned-all = كلها
as-planned-most = معظمها
as-planned-some = بعضها
as-planned-none = لا شيء منها
as-planned-all-said = نُفّذت كل المراحل كما خُطط
as-planned-most-said = نُفّذ معظم المراحل كما خُطط
as-planned-some-said = نُفّذ بعض المراحل كما خُطط
as-planned-none-said = لم تُنفّذ أي مرحلة كما خُطط
# After the step of a scale that is the answer.
scale-here = (هذا هو الجواب)
degree-worsened = ساء
degree-did-not-change = لم يتغير
degree-marginal = طفيف
degree-major = كبير
degree-outstanding = استثنائي
# The parts of the form
form-1 = 1. إنجاز الالتزام
form-2 = 2. هل انفتحت الحكومة؟
form-3 = 3. ما تم تعلمه
q1-1 = ما المستوى العام للتقدم في تنفيذ الالتزام وقت هذا التقييم؟
q1-2 = صفوا أهم العوامل الخارجية أو الداخلية التي أثرت في تنفيذ هذا الالتزام، وكيف عولجت (أو لم تُعالج).
q1-3 = هل نُفّذ الالتزام كما خُطط أصلا؟
q2-1-1 = هل كشفت الحكومة معلومات أكثر، أو حسّنت جودة المعلومات (الجديدة أو القائمة)، أو قيمتها، أو قنوات كشفها أو طلبها، أو سهولة الوصول إليها؟
q2-1-2 = هل أتاحت الحكومة فرصا جديدة لسماع رأي المواطنين أو لمشاركتهم أو لإعلامهم بالقرارات أو للتأثير فيها، أو حسّنت القنوات أو المساحات القائمة، أو أنشأت أو حسّنت قدرات في الحكومة أو لدى الجمهور لذلك؟
q2-1-3 = هل أنشأت الحكومة أو حسّنت قنوات أو فرصا أو قدرات ليجيب المسؤولون عن أفعالهم؟
q2-2 = هل عالج الالتزام مشكلة السياسة العامة التي أراد معالجتها كما وُصفت في خطة العمل؟
q3 = اذكروا درسا أو فكرة واحدة على الأقل عن تنفيذ هذا الالتزام: عائقا رئيسيا، أو عونا أو صعوبة غير متوقعة، أو توصيات لالتزامات قادمة، أو هل ينبغي أن يستمر الالتزام في خطة العمل التالية.

# Lists
shown-of = { $n ->
    [one] { $shown } في المجموع
    [zero] من { $first } إلى { $last } من أصل { $shown }
    [two] من { $first } إلى { $last } من أصل { $shown }
    [few] من { $first } إلى { $last } من أصل { $shown }
    [many] من { $first } إلى { $last } من أصل { $shown }
   *[other] من { $first } إلى { $last } من أصل { $shown }
}
in-all = { $shown } في المجموع
country = البلد
term-code = الرمز { $code }
own-site = موقعها
plan-text = نص الخطة
topics = المواضيع
level = المستوى
level-international = دولي
level-national = وطني
level-state = ولاية
level-municipal = بلدي
editions = الطبعات
extent-full = يعطي المصدر النص كاملا.
extent-heading-only = لا يعطي المصدر إلا هذا العنوان، دون نص.
extent-untitled = يعطي المصدر هذا النص دون عنوان.

# Datasets
each-row = كل صف هو
rows = { $n ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $shown } صفوف
    [many] { $shown } صفا
   *[other] { $shown } صف
}
columns = { $n ->
    [zero] لا أعمدة
    [one] عمود واحد
    [two] عمودان
    [few] { $shown } أعمدة
    [many] { $shown } عمودا
   *[other] { $shown } عمود
}
rows-label = الصفوف
tables-label = الجداول
tables-files-label = جداول وملفات
columns-label = الأعمدة
all-alike = لكل هذه الجداول الأعمدة نفسها.
joined-file = كل الصفوف، CSV
joined-about = وهي متاحة أيضًا في ملف واحد، يذكر عموده الأول «{ $column }» جدول كل صف.
same-columns = لهذه الجداول الأعمدة نفسها:
snippets = قراءته في R أو بايثون أو إكسل
snippet-r = R
snippet-python = بايثون (pandas)
snippet-spreadsheet = إكسل: بيانات، إحضار البيانات، استعلام فارغ، المحرر المتقدم
columns-from-to = من { $first } إلى { $last }
tables-n = { $n ->
    [two] جدولان
    [few] { $shown } جداول
    [zero] { $shown } جدول
    [one] جدول واحد
    [many] { $shown } جدولا
   *[other] { $shown } جدول
}
tables-files-n = { $shown } من الجداول والملفات
next-update = التحديث التالي
licence = الرخصة
licence-cc0-1-0 = المشاع الإبداعي صفر 1.0
licence-cc-by-4-0 = المشاع الإبداعي: نسب المصنف 4.0
licence-cc-by-sa-4-0 = المشاع الإبداعي: نسب المصنف والترخيص بالمثل 4.0
licence-odc-by-1-0 = مشاع البيانات المفتوحة: نسب المصدر 1.0
licence-odc-pddl-1-0 = مشاع البيانات المفتوحة: ملك عام 1.0
licence-pddl-1-0 = مشاع البيانات المفتوحة: ملك عام 1.0
licence-odbl-1-0 = رخصة قاعدة البيانات المفتوحة 1.0
file-sample = الصفوف الأولى فقط، للنظر
file-table = الجدول كاملا
file-excel = لإكسل
file-received = كما وصل
file-archive = كل شيء في ملف واحد
file-joined = كل صفوف الجداول ذات الأعمدة نفسها
file-description = وصف دون بيانات
files-details = أسماء الملفات ومجاميع التحقق ومدد التنزيل وعينة
whole-dataset = المجموعة كاملة
not-a-table = هذا الملف ليس جدولا. يُقدَّم كما وصل.
file-notes = يقول الملف الذي وصل أيضا، فوق الجدول أو تحته:
received-encoding = وصل الملف بترميز { $encoding }
small-counts = لا تُعرض الأعداد الأقل من { $below } حماية للأشخاص. وتكتب الخلية [c]، وكذلك حيث يتيح عدد آخر حسابها: { $n ->
        [one] خلية واحدة
        [two] خليتان
        [few] { $shown } خلايا
        [zero] { $shown } خلية
        [many] { $shown } خلية
       *[other] { $shown } خلية
    } من { $columns }.
received-withheld = لا يُنشر الملف كما وصل.
shared-combinations = { $n ->
        [one] بعض توليفات { $columns } في صف واحد فقط.
        [zero] كل توليفة من { $columns } يشترك فيها { $shown } صفوف على الأقل.
        [two] كل توليفة من { $columns } يشترك فيها { $shown } صفوف على الأقل.
        [few] كل توليفة من { $columns } يشترك فيها { $shown } صفوف على الأقل.
        [many] كل توليفة من { $columns } يشترك فيها { $shown } صفوف على الأقل.
       *[other] كل توليفة من { $columns } يشترك فيها { $shown } صفوف على الأقل.
    }
hidden-count = [c]: لا يُعرض حماية للأشخاص. إنه عدد أقل من { $below }، أو يتيح حساب عدد كهذا.
headline-peak = الأعلى
headline-largest = الأعلى
headline-smallest = الأدنى
headline-part = الأكثر تكرارا
headline-whole = من { $whole }
first-rows = أول { $first } من { $shown } صف
whole-table = قراءة الجدول كاملا
all-rows = قراءة كل الصفوف ({ $shown }) صفحة صفحة
rows-by-value = الصفوف المطلوبة فقط، حسب: { $name }
value-csv = هذه الصفوف فقط
rows-page = صفحة { $shown } من { $pages }
rows-pages-below = صفحات هذه القائمة مرة أخرى
other-pages = صفحات أخرى
index-by = الذهاب إلى: { $name }
column-parts = الأعمدة الأخرى
columns-reordered = هنا تأتي أولا الأعمدة التي تسمي الصف ثم الأرقام. وتحفظ الملفات ترتيب المصدر.
hidden-columns = { $n ->
    [one] عمود آخر في التنزيلات.
    [two] عمودان آخران في التنزيلات.
    [few] { $shown } أعمدة أخرى في التنزيلات.
    [zero] { $shown } عمودا آخر في التنزيلات.
    [many] { $shown } عمودا آخر في التنزيلات.
   *[other] { $shown } عمودا آخر في التنزيلات.
}
dictionary = قاموس البيانات
dictionary-page = { $n ->
    [one] معنى العمود
    [two] معنى العمودين
    [zero] معاني الأعمدة ({ $shown })
    [few] معاني الأعمدة ({ $shown })
    [many] معاني الأعمدة ({ $shown })
   *[other] معاني الأعمدة ({ $shown })
}
column = العمود
meaning = المعنى
values-found = القيم الموجودة
received-as = في الملف الذي وصل: { $name }
inferred = بحسب البيانات
unit = الوحدة
key-column = يميّز كل صف
required = لا يكون فارغا
value-labels = معاني قيمه:
allowed = القيم المسموحة
refers-to = يشير إلى صفوف
missing = { $n ->
    [one] خلية فارغة واحدة ({ $percent })
    [two] خليتان فارغتان ({ $percent })
    [few] { $shown } خلايا فارغة ({ $percent })
    [zero] { $shown } خلية فارغة ({ $percent })
    [many] { $shown } خلية فارغة ({ $percent })
   *[other] { $shown } خلية فارغة ({ $percent })
}
none-missing = لا خلايا فارغة
missing-written = حيث لا قيمة يُكتب
spread = كم في كل فئة متساوية: { $counts }
from-to = من { $min } إلى { $max }
distinct = { $n ->
    [one] قيمة واحدة
    [two] قيمتان مختلفتان
    [few] { $shown } قيم مختلفة
    [zero] { $shown } قيمة مختلفة
    [many] { $shown } قيمة مختلفة
   *[other] { $shown } قيمة مختلفة
}
distinct-about = نحو { $shown } قيمة مختلفة
type-string = نص
type-integer = عدد صحيح
type-number = عدد
type-boolean = نعم أو لا
type-date = تاريخ
type-datetime = تاريخ ووقت
type-time = وقت
type-year = سنة
type-yearmonth = سنة وشهر
type-duration = مدة
type-object = كائن (JSON)
type-array = مصفوفة (JSON)
type-list = قائمة
type-geopoint = نقطة جغرافية
type-geojson = شكل جغرافي (GeoJSON)
type-any = أي شيء
quality = مدى اكتمالها
checks-passed = تعطي { $passed } من أصل { $shown } من المعلومات المطلوبة من مجموعة بيانات
passed = تعطي:
failed = ينقص:
limits = ما لا تستطيع هذه البيانات قوله
series = سلسلة
series-previous = السابقة في السلسلة
series-next = التالية في السلسلة
series-ordered = بترتيب الفترة المشمولة، وإلا فبترتيب النشر.
series-datasets = { $n ->
    [one] مجموعة بياناتها الوحيدة
    [two] مجموعتا بياناتها
    [zero] مجموعات بياناتها ({ $shown })
    [few] مجموعات بياناتها ({ $shown })
    [many] مجموعات بياناتها ({ $shown })
   *[other] مجموعات بياناتها ({ $shown })
}
services = خدمات للبرامج
service-documentation = كيف تُسأل
provenance = كيف أُعدّت البيانات
commitments-of-data = التزامات تستعمل هذه البيانات
publisher = الناشر
contact = الاتصال
frequency = كم مرة تُحدّث
issued = نُشرت أول مرة
version = الإصدار
time-covered = الفترة المشمولة
area-covered = المنطقة المشمولة
data-language = لغة البيانات
broken-down-by = مفصلة حسب
keywords = كلمات مفتاحية
themes = المواضيع (التصنيف الأوروبي)
further-licences = وأيضا برخصة
identifier = المعرّف في مواضع أخرى
conforms-to = تتبع
area-code = رمز المنطقة
area-geonames = المنطقة في GeoNames
area-bounds = غرب، جنوب، شرق، شمال (درجات)
rule-unique = بلا قيم مكررة
rule-pattern = نمط
rule-minimum = على الأقل
rule-maximum = على الأكثر
rule-min-length = حروف على الأقل
rule-max-length = حروف على الأكثر
reason-scheduled = تحديث مقرر
reason-correction = تصحيح
reason-method = تغيير في الطريقة
reason-takedown = سحب بيانات
row-changes-added = صفوف مضافة: { $n }
row-changes-removed = صفوف محذوفة: { $n }
row-changes-changed = صفوف متغيرة: { $n }
facts-changed = تغيّر:
row-first = أول إصدار يرد فيه.
milestone-came = المرحلة { $number } (جديدة)
milestone-went = المرحلة { $number } (لم تعد موجودة)
milestone-fact = المرحلة { $number } ({ $fact })
cells-changed = { $n ->
    [zero] لا خلايا من «{ $name }»
    [one] خلية واحدة من «{ $name }»
    [two] خليتان من «{ $name }»
    [few] { $n } خلايا من «{ $name }»
    [many] { $n } خلية من «{ $name }»
   *[other] { $n } خلية من «{ $name }»
}
columns-more = { $n ->
    [zero] ولا من عمود آخر
    [one] ومن عمود آخر
    [two] ومن عمودين آخرين
    [few] ومن { $n } أعمدة أخرى
    [many] ومن { $n } عمودًا آخر
   *[other] ومن { $n } عمود آخر
}
columns-added = أعمدة جديدة: { $names }.
columns-removed = أعمدة لم تعد موجودة: { $names }.
version-takes-from = حُذفت بيانات من الإصدارات: { $versions }.
version-taken-down = منذ { $date } يخلو من البيانات التي حذفها الإصدار { $version }.
version-rows = { $table }، الإصدار { $version } بتاريخ { $date }
version-changes = ما تغيّر في { $table } مع الإصدار { $version } بتاريخ { $date }
versions-more = { $n ->
    [zero] لا إصدار سابقا غير مدرج هنا.
    [one] إصدار سابق واحد غير مدرج هنا.
    [two] إصداران سابقان غير مدرجين هنا.
    [few] { $n } إصدارات سابقة غير مدرجة هنا.
    [many] { $n } إصدارًا سابقًا غير مدرج هنا.
   *[other] { $n } إصدار سابق غير مدرج هنا.
}
versions-ledger = كل الإصدارات مع مجاميع SHA-256
frequency-10min = كل عشر دقائق
frequency-12hrs = كل اثنتي عشرة ساعة
frequency-15min = كل ربع ساعة
frequency-1min = كل دقيقة
frequency-30min = كل نصف ساعة
frequency-5min = كل خمس دقائق
frequency-as_needed = عند الحاجة
frequency-not_planned = غير مخطط
frequency-op_datpro = مؤقت
frequency-annual = كل سنة
frequency-annual_2 = مرتين في السنة
frequency-annual_3 = ثلاث مرات في السنة
frequency-bidecennial = كل عشرين سنة
frequency-biennial = كل سنتين
frequency-bihourly = كل ساعتين
frequency-bimonthly = كل شهرين
frequency-biweekly = كل أسبوعين
frequency-cont = باستمرار
frequency-daily = كل يوم
frequency-daily_2 = مرتين في اليوم
frequency-decennial = كل عشر سنوات
frequency-hourly = كل ساعة
frequency-irreg = دون انتظام
frequency-irregular = دون انتظام
frequency-monthly = كل شهر
frequency-monthly_2 = مرتين في الشهر
frequency-monthly_3 = ثلاث مرات في الشهر
frequency-never = لن تُحدّث
frequency-other = أخرى
frequency-quadrennial = كل أربع سنوات
frequency-quarterly = كل ثلاثة أشهر
frequency-quinquennial = كل خمس سنوات
frequency-tridecennial = كل ثلاثين سنة
frequency-triennial = كل ثلاث سنوات
frequency-trihourly = كل ثلاث ساعات
frequency-unknown = غير معروفة
frequency-update_cont = باستمرار
frequency-weekly = كل أسبوع
frequency-weekly_2 = مرتين في الأسبوع
frequency-weekly_3 = ثلاث مرات في الأسبوع

# Not found
moved = انتقلت هذه الصفحة
not-found = لا توجد هذه الصفحة
not-found-words = قد يكون العنوان مكتوبا خطأ أو انتقلت الصفحة. هذه القوائم تؤدي إلى كل ما نُشر.
ways-on = من أين تتابع

# For programs
developers = للمطورين
developers-about = كل ما في هذه البوابة تقرؤه البرامج: ملفات بسيطة بعناوين تدوم. بلا مفتاح ولا حد ولا خادم يُسأل.
dev-base = كل مسار يلي هذا العنوان:
dev-schema = JSON Schema
dev-address = العنوان
dev-addresses = { $n ->
    [one] عنوان واحد
    [two] عنوانان
    [few] { $shown } عناوين
    [zero] { $shown } عنوان
    [many] { $shown } عنوانا
   *[other] { $shown } عنوان
}
dev-own = JSON الخاص بالبوابة
dev-own-about = أقصر طريق إلى البيانات. المفاتيح تُضاف فقط: تجاوزوا ما لا تعرفونه.
dev-catalog = كل مجموعات البيانات وكل الملفات، مع الحجم والصفوف وSHA-256؛ وبعد 500 مجموعة تستمر في الملف الذي يسميه «next».
dev-dataset = كل ما يُعرف عن مجموعة بيانات بكل اللغات: معلومات وأعمدة وملفات.
dev-profile = ما أُحصي في كل جدول: الأنواع والخلايا الفارغة والقيم المختلفة والمدى.
dev-rows = صفوف جدول: مصفوفة كائنات.
dev-commitment = كل ما يُعرف عن التزام: المؤسسات والمراحل وتقدمها.
dev-report = تقرير: كل جواب ودرجة وشرح، والدروس، بكل اللغات.
dev-catalogs = فهارس للبوابات التي تجمع البيانات ولأدوات أخرى
dev-catalogs-about = المعلومات نفسها وفق المعايير التي تقرؤها البوابات ومحركات البحث والمكتبات الأخرى. وهي متفقة دائما لأنها من سجل واحد.
dev-dcat-jsonld = DCAT-AP 3.0 بصيغة JSON-LD وسياقه داخله. الفهرس الكبير يستمر في الملف الذي يسميه hydra:next، بهذه الصيغة والصيغتين التاليتين.
dev-dcat-ttl = DCAT-AP 3.0 بصيغة Turtle.
dev-dcat-rdf = DCAT-AP 3.0 بصيغة RDF/XML التي يقرؤها CKAN.
dev-data-json = DCAT-US 1.1 لمن ينشر وليس وكالة اتحادية.
dev-dcat-us-3 = DCAT-US 3.0.
dev-dcat-us-ttl = DCAT-US 3.0 بصيغة Turtle.
dev-package-whole = البوابة كلها كحزمة Data Package واحدة: كل جدول مع المفاتيح بينها.
dev-package = مجموعة بيانات كحزمة Data Package (الإصدار 2، ويُقرأ كالإصدار 1).
dev-csvw = أعمدة ملف CSV وفق CSV on the Web.
dev-croissant = مجموعة بيانات بصيغة Croissant 1.0 لتعلم الآلة، حيث ذُكرت الرخصة والناشر والتاريخ.
dev-feeds = ما الذي تغيّر
dev-feeds-about = المداخل تغييرات بتواريخها، بحسب المحتوى نفسه.
dev-feed = كل تغيير في البوابة بهذه اللغة (Atom).
dev-feed-json = نفسه بصيغة JSON Feed 1.1.
dev-feed-dataset = تغييرات مجموعة بيانات.
dev-feed-commitment = تغييرات التزام: صفحته ومراحله وتقاريره وبياناته.
dev-feed-institution = تغييرات الالتزامات التي تشارك فيها مؤسسة.
dev-sitemap = كل صفحة بلغاتها.
dev-registers = سجلات
dev-registers-about = ما تقوله الصفحات كجداول: مجموعات بيانات كغيرها بكل الصيغ.
dev-examples = أمثلة
dev-examples-about = بايثون 3 دون تثبيت أي شيء. تُشغَّل قبل كل إصدار من البرنامج الذي صنع هذه البوابة.
dev-example-list = سرد كل مجموعات البيانات
dev-example-rows = جلب صفوف مجموعة والتحقق من وصولها كاملة
dev-example-unreported = مراحل لم تُبلَّغ نتيجتها

# Completeness of metadata
left-out = ما تُرك
left-out-about = هذه الصفحات ناقصة الآن: على الناشر أن يصحح خطأ في كل منها.
left-out-words = ما يخص هذا العنوان ناقص الآن: على ناشره أن يصحح خطأ. وسيبقى العنوان نفسه.
completeness = ما ينقص البيانات
completeness-about = ما ينبغي أن يُعرف عن كل مجموعة بيانات ولم يُذكر بعد، مثل رخصتها أو وتيرة تحديثها.
complete-n = { $n ->
    [one] { $complete } من مجموعة واحدة تعطي كل المعلومات.
    [zero] { $complete } من { $shown } مجموعة تعطي كل المعلومات.
    [two] { $complete } من { $shown } مجموعة تعطي كل المعلومات.
    [few] { $complete } من { $shown } مجموعة تعطي كل المعلومات.
    [many] { $complete } من { $shown } مجموعة تعطي كل المعلومات.
   *[other] { $complete } من { $shown } مجموعة تعطي كل المعلومات.
}
facts-given = أُعطيت { $passed } من { $shown } معلومة
points-about = النقاط هي نقاط تقييم جودة البيانات الوصفية في data.europa.eu محسوبة بالطريقة نفسها؛ ومن ملفات المجموعة يُحسب الأفضل.
points-given = { $points } من { $shown } نقطة
points-lost = −{ $n }
facts-missing = ينقص:
facts-missing-of = ما ينقص كل مجموعة بيانات
facts-none-missing = لا ينقص شيء من:
for-publishers = للناشر
points-of-datasets = نقاط كل مجموعة في الفهرس الأوروبي
facts-wanted = المعلومات، وكلفة غيابها، وكيف تُعطى
facts-count = { $n ->
    [one] تعطيها { $present } من مجموعة واحدة.
    [zero] تعطيها { $present } من { $shown } مجموعة.
    [two] تعطيها { $present } من { $shown } مجموعة.
    [few] تعطيها { $present } من { $shown } مجموعة.
    [many] تعطيها { $present } من { $shown } مجموعة.
   *[other] تعطيها { $present } من { $shown } مجموعة.
}
fact-mandatory = ترفض البوابات التي تجمع البيانات مجموعة بدونها.
fact-summary = الوصف
fact-summary-cost = بدونه تبقى المجموعة خارج data.json وDCAT-AP، فلا يراها data.europa.eu أصلا.
fact-summary-add = اكتبوا summary: بجملة أو جملتين في dataset.md.
fact-publisher = الناشر
fact-publisher-cost = بدونه تبقى المجموعة خارج data.json ولا يجيب أحد عن البيانات؛ ويخصم data.europa.eu 10 من 405 نقاط.
fact-publisher-add = اكتبوا publisher: في dataset.md، أو [publisher] في tragaluz.toml للجميع.
fact-contact = جهة الاتصال
fact-contact-cost = بلا اسم وبريد إلكتروني تبقى المجموعة خارج data.json؛ وبلا أي جهة يخصم data.europa.eu 20 من 405 نقاط.
fact-contact-add = اكتبوا contact: مع name وemail لمكتب، أو [contact] في tragaluz.toml للجميع.
fact-keywords = كلمات مفتاحية
fact-keywords-cost = بلا أي كلمة تبقى المجموعة خارج data.json ويصعب العثور عليها؛ ويخصم data.europa.eu 30 من 405 نقاط.
fact-keywords-add = اكتبوا keywords: مع قائمة كلمات.
fact-modified = آخر تغيير
fact-modified-cost = بدونه تبقى المجموعة خارج data.json ولا يعرف أحد قدم البيانات؛ ويخصم data.europa.eu 5 من 405 نقاط.
fact-modified-add = اكتبوا modified: بتاريخ مثل 2024-05-31.
fact-licenses = الرخصة
fact-licenses-cost = بلا رخصة لا يستطيع أحد إعادة استعمال البيانات بيقين؛ ويخصم data.europa.eu 30 من 405 نقاط.
fact-licenses-add = اكتبوا licenses: باسم معروف مثل CC-BY-4.0، أو [licence] في tragaluz.toml للجميع.
fact-theme = الموضوع
fact-theme-cost = لا تستطيع الفهارس تصنيف المجموعة؛ ويخصم data.europa.eu 30 من 405 نقاط.
fact-theme-add = اكتبوا theme: برمز من مواضيع بيانات الاتحاد الأوروبي مثل GOVE.
fact-frequency = التواتر
fact-frequency-cost = لا يعرف أحد متى يعود.
fact-frequency-add = اكتبوا frequency: بكلمة مثل annual أو monthly أو irreg.
fact-issued = أول نشر
fact-issued-cost = يخصم data.europa.eu 5 من 405 نقاط.
fact-issued-add = اكتبوا issued: مع تاريخ.
fact-spatial = المنطقة المشمولة
fact-spatial-cost = لا يُعثر على البيانات بالمكان؛ ويخصم data.europa.eu 20 من 405 نقاط.
fact-spatial-add = اكتبوا spatial: باسم المكان ورمزه.
fact-temporal = الفترة المشمولة
fact-temporal-cost = لا يُعثر على البيانات بالزمن؛ ويخصم data.europa.eu 20 من 405 نقاط.
fact-temporal-add = اكتبوا temporal: بأول تاريخ مشمول وآخره.
fact-file = ملف يُنزَّل
fact-file-cost = ما هو في موضع آخر قد يختفي غدا، ولا يعرف أحد هنا هل يعمل؛ ويخصم data.europa.eu 105 من 405 نقاط.
fact-file-add = ضعوا البيانات ملفا في مجلد المجموعة.
fact-format = صيغة مفتوحة للبرامج
fact-format-cost = لا تستطيع البرامج قراءة البيانات، أو برامج صانع واحد فقط؛ ويخصم data.europa.eu حتى 80 من 405 نقاط.
fact-format-add = ضعوا البيانات بصيغة CSV أو جدول حسابي في مجلد المجموعة: منها تُصنع كل الصيغ المفتوحة.
fact-licence-table = رخصة من جدول الاتحاد الأوروبي
fact-licence-table-cost = لا تعرف البرامج ما تسمح به؛ ويخصم data.europa.eu 10 من 405 نقاط.
fact-licence-table-add = إذا أمكن منح البيانات برخصة من ذلك الجدول مثل CC-BY-4.0 فاذكروها. وإلا فاتركوها: رخصة صحيحة خير من النقاط.
fact-licence-title = اسم الرخصة بالكلمات
fact-licence-title-cost = لا يقرأ أحد من عنوان ما يجوز فعله بالبيانات؛ ويخصم data.europa.eu 5 من 405 نقاط.
fact-licence-title-add = اكتبوا title: بجانب path الرخصة.

# Charts. { $n } and other numbers come in the language's manner.
chart-rows = الصفوف
chart-time = التاريخ
chart-data = بيانات الرسم
chart-files = الرسم كملف
chart-embed = لعرضه في صفحة لكم اكتبوا:
chart-source = البيانات:
chart-by = { $measure } حسب { $by }
chart-by-both = { $measure } حسب { $by } و{ $split }
chart-class = من { $from } إلى { $to }
chart-none = غ. م.
chart-sum = المجموع
chart-mean = المتوسط
chart-min = الأصغر
chart-max = الأكبر
chart-count = عدد الصفوف
chart-thousands = { $n } ألف
chart-millions = { $n } مليون
chart-billions = { $n } مليار
chart-trillions = { $n } تريليون
chart-others = { $n } غيرها، من { $min } إلى { $max }
chart-others-sum = { $n } غيرها، مجموعها { $sum }
chart-others-name = أخرى ({ $n })
chart-gap = { $n } غيرها بينها
chart-projected = توقعات
chart-projected-from = من { $from } فصاعدا: توقعات.
chart-note-from = ينطبق هذا من { $from } فصاعدا.
chart-projected-row = { $label } (توقع)
reading-millions = { $n } مليون
reading-billions = { $n } مليار
reading-trillions = { $n } تريليون
chart-standing-out = يبرز: { $values }.
chart-left-out = دون { $values } التي تحسب الأخرى مرتين.
chart-missing = { $n ->
    [one] تنقص قيمة واحدة.
    [two] تنقص قيمتان.
    [few] تنقص { $n } قيم.
    [zero] تنقص { $n } قيمة.
    [many] تنقص { $n } قيمة.
   *[other] تنقص { $n } قيمة.
}
chart-all-rows = ليست كل الصفوف هنا؛ وكلها ({ $n }) في ملف البيانات.
chart-type-line = رسم خطي
chart-type-columns = رسم أعمدة
chart-type-bars = رسم أشرطة
chart-type-strip = أجزاء من كل
chart-type-histogram = مدرج تكراري
chart-type-dots = رسم نقاط
chart-type-points = نقاط لأزواج من القيم
chart-type-multiples = رسوم صغيرة بمقياس واحد
chart-type-timeline = فترات على خط الزمن
spark = { $first } ({ $from }) ← { $last } ({ $to })
chart-type-sparks = جدول برسوم صغيرة جدا
chart-type-cross = أعداد أزواج من الفئات
chart-type-flow = تدفقات من جانب إلى آخر
chart-type-map = أماكن بخطوط الطول والعرض
chart-type-tiles = خريطة مربعات
chart-type-table = جدول
chart-change = { $name }: { $first } في { $from }، و{ $last } في { $to } ({ $change }).
chart-range = الأدنى { $min } ({ $at-min })، والأعلى { $max } ({ $at-max }).
chart-classes = { $type }: قيم من { $from } إلى { $to }؛ وأكثرها، { $count }، بين { $class }.
chart-flows = { $type }: { $n } من التدفقات. أكبرها من { $from } إلى { $to }: { $value }.
chart-from-to = { $measure } من { $from } إلى { $to }
chart-places = أين يقع كل { $name }
chart-north = ش
chart-south = ج
chart-east = شرق
chart-west = غرب
chart-rows-said = { $type } فيه { $n } صف؛ والقيم في الجدول أدناه.

# Search
search = بحث
search-label = عمّ تبحثون؟
search-do = بحث
search-about = { $n ->
    [one] البحث في صفحة واحدة: عنوانها وملخصها ونصها.
    [two] البحث في صفحتين: العنوان والملخص والنص.
    [few] البحث في { $shown } صفحات: العنوان والملخص والنص.
    [zero] البحث في { $shown } صفحة: العنوان والملخص والنص.
    [many] البحث في { $shown } صفحة: العنوان والملخص والنص.
   *[other] البحث في { $shown } صفحة: العنوان والملخص والنص.
} ويكفي أول الكلمة الأخيرة.
search-no-script = متصفحكم لا يشغّل البرامج. هذه الاستمارة تؤدي إلى الفهرس الأبجدي.
search-results = النتائج
search-wait = جارٍ البحث…
search-count = الصفحات الموجودة: %
search-some = لا صفحة فيها كل هذه الكلمات. الأقرب: %
search-near = لا صفحة تكتبها هكذا. بُحث أيضا عن: %
search-found-words = فيها: %
search-rows-of = صفوف %
search-cut = بُحث في جزء فقط: قللوا الكلمات أو زيدوا حروف الكلمة الأخيرة.
search-failed = تعذرت قراءة فهرس البحث. أعيدوا تحميل الصفحة أو استعملوا الفهرس الأبجدي.
search-more = عرض المزيد
search-none = لا صفحة فيها كل هذه الكلمات. يمكنكم:
search-none-1 = حذف كلمات أو تجربة غيرها؛
search-none-2 = كتابة أول الكلمة فقط؛
search-none-3 = تصفح الفهرس الأبجدي.
search-examples = مثلًا
search-example-value = { $value } في «{ $name }»
search-browse = أو تصفحوا
search-by-words = البحث بالكلمات
search-describes = البحث في «{ $title }»
# Words that are not looked for, for every page has them.
search-stop-words = في من على إلى عن أن إن ما لا و أو ثم مع هذا هذه ذلك التي الذي كان كل هو هي
# Other words by which people look for commitments of each status.
search-words-finished = منته مكتمل أنجز تم
search-words-in-progress = جار مستمر بدأ
search-words-stuck = متوقف معلق
search-words-not-started = معلق يبدأ
search-words-incomplete = ناقص جزئي فشل
search-words-not-reported = بلا معلومات مجهول
search-words-evaluated = تقييم نتيجة مقيم
search-words-register = قائمة كاملة جدول فهرس
search-words-overdue = متأخر تأخر أجل موعد
a-z = الفهرس الأبجدي
a-z-about = { $n ->
    [one] الصفحة الوحيدة المنشورة.
    [two] الصفحتان المنشورتان بالترتيب الأبجدي.
    [zero] الصفحات المنشورة ({ $shown }) بالترتيب الأبجدي.
    [few] الصفحات المنشورة ({ $shown }) بالترتيب الأبجدي.
    [many] الصفحات المنشورة ({ $shown }) بالترتيب الأبجدي.
   *[other] الصفحات المنشورة ({ $shown }) بالترتيب الأبجدي.
}
a-z-letters = الحروف
a-z-guides = صفحات هذا الحرف
a-z-signs = أرقام وعلامات
a-z-signs-short = 0–9
continued = (تابع)

# Lists cut by a fact
data-themes = حسب الموضوع
formats = حسب الصيغة
licences = حسب الرخصة
publishers = حسب الناشر
places = حسب المكان
only-largest = لأكبر القوائم فقط صفحات خاصة.

# Lists that are cut: headings. "-of" is about a place; "-at" is for every name, and for a place whose name needs an article.
names-with-article = -
heading-status-finished = الالتزامات المنتهية
heading-status-finished-of = التزامات { $name } المنتهية
heading-status-finished-at = { $name }: الالتزامات المنتهية
heading-status-finished-year = الالتزامات المنتهية التي أجلها { $name }
heading-status-in-progress = الالتزامات الجارية
heading-status-in-progress-of = التزامات { $name } الجارية
heading-status-in-progress-at = { $name }: الالتزامات الجارية
heading-status-in-progress-year = الالتزامات الجارية التي أجلها { $name }
heading-status-stuck = الالتزامات المتوقفة
heading-status-stuck-of = التزامات { $name } المتوقفة
heading-status-stuck-at = { $name }: الالتزامات المتوقفة
heading-status-stuck-year = الالتزامات المتوقفة التي أجلها { $name }
heading-status-not-started = الالتزامات التي لم تبدأ
heading-status-not-started-of = التزامات { $name } التي لم تبدأ
heading-status-not-started-at = { $name }: الالتزامات التي لم تبدأ
heading-status-not-started-year = الالتزامات التي لم تبدأ وأجلها { $name }
heading-status-incomplete = الالتزامات غير المكتملة
heading-status-incomplete-of = التزامات { $name } غير المكتملة
heading-status-incomplete-at = { $name }: الالتزامات غير المكتملة
heading-status-incomplete-year = الالتزامات غير المكتملة التي أجلها { $name }
heading-status-not-reported = التزامات لم تُبلَّغ حالتها
heading-status-not-reported-of = التزامات { $name } التي لم تُبلَّغ حالتها
heading-status-not-reported-at = { $name }: التزامات لم تُبلَّغ حالتها
heading-status-not-reported-year = التزامات لم تُبلَّغ حالتها وأجلها { $name }
heading-plan = { $name }: الالتزامات
heading-year = التزامات أجلها { $name }
heading-year-of = التزامات { $name } التي أجلها { $second }
heading-year-at = { $name }: التزامات أجلها { $second }
heading-completion = التزامات إنجازها «{ $name }»
heading-completion-of = التزامات { $name } التي إنجازها «{ $second }»
heading-completion-at = { $name }: التزامات إنجازها «{ $second }»
heading-topic-of = التزامات { $name } في «{ $second }»
heading-topic-at = { $name }: التزامات في «{ $second }»
heading-verdict = الالتزامات – { $name }: { $second }
facet-verdict = { $name }: { $second }
heading-data-themes = مجموعات بيانات عن «{ $name }»
heading-formats = مجموعات بيانات بصيغة { $name }
heading-licences = مجموعات بيانات برخصة «{ $name }»
heading-publishers = { $name }: مجموعات البيانات
heading-places = مجموعات بيانات عن { $name }
heading-keywords = مجموعات بيانات بالكلمة المفتاحية «{ $name }»
heading-datasets-both = مجموعات البيانات: { $name }، { $second }
filter = تصفية
filter-remove = إزالة «{ $name }»
milestones-by-month = المراحل حسب الشهر
commitments-by-end = الالتزامات حسب تاريخ الانتهاء
commitments-by-place = الالتزامات حسب المكان
order-own = بترتيب البوابة
order-by-end = حسب تاريخ الانتهاء
order-by-place = حسب المكان
month-overdue = متأخرة منذ { $month }
month-coming = أجلها { $month }
milestones-coming = القادمة: { $n }
milestones-overdue = المتأخرة: { $n }
milestones-past-part = الماضية: { $n }
month-none = بلا تاريخ
place-none = بلا مكان
calendar = إضافة هذه التواريخ إلى تقويمكم (.ics)
heading-milestones-finished = المراحل المنتهية
heading-milestones-in-progress = المراحل الجارية
heading-milestones-stuck = المراحل المتوقفة
heading-milestones-not-started = المراحل التي لم تبدأ
heading-milestones-incomplete = المراحل غير المكتملة
heading-milestones-not-reported = مراحل لم تُبلَّغ حالتها
heading-milestones-year = مراحل أجلها { $name }
heading-milestones-of = مراحل { $name }
heading-milestones-at = { $name }: المراحل
heading-milestones-both-of = مراحل { $name }: { $second }
heading-milestones-both-at = المراحل: { $name }، { $second }
facet-all = كلها
years = الأجل
theme-agri = الزراعة والصيد والغابات والغذاء
theme-econ = الاقتصاد والمالية
theme-educ = التعليم والثقافة والرياضة
theme-ener = الطاقة
theme-envi = البيئة
theme-gove = الحكومة والقطاع العام
theme-heal = الصحة
theme-intr = الشؤون الدولية
theme-just = العدل والأمن العام
theme-op_datpro = بيانات مؤقتة
theme-regi = الأقاليم والمدن
theme-soci = السكان والمجتمع
theme-tech = العلوم والتقنية
theme-tran = النقل

report-absent = تقرير يُستشهد به لكنه ليس في هذه البوابة

# Editions that need no connection.
offline-about = البوابة كلها لتُحفظ وتُحمل على ذاكرة USB وتُقرأ دون اتصال.
offline-inside = هذه نسخة للاستعمال دون اتصال. لا تستطيع ذكر حجمها ومجموع تحققها: هما في هذه الصفحة على الشبكة.
offline-web = هذه الصفحة على الشبكة:
no-connection = لا اتصال
no-connection-kept = لم تُحفظ هذه الصفحة على هذا الجهاز. حُفظت التي فتحتموها من قبل:
offline-no-qr = لا رموز QR لأن البوابة لا تذكر عنوانها.
offline-whole = البوابة كلها
offline-check = كيف يُتحقق من ملف
offline-check-how = احسبوا SHA-256 للملف وقارنوه بالمذكور هنا. ويندوز: certutil -hashfile FILE SHA256. ماك: shasum -a 256 FILE. لينكس: sha256sum FILE.
offline-sums = مجاميع التحقق لكل ملفات البوابة:
offline-key = وهي موقّعة (SHA256SUMS.minisig). المفتاح العام لـ tragaluz verify أو minisign:
offline-books = ككتاب دون اتصال
edition-zip = البوابة كلها في مجلد
edition-zip-about = فكّوا الضغط وافتحوا index.html بنقرتين: كل صفحة تعمل دون اتصال ودون تثبيت شيء.
edition-zim = البوابة كلها لبرنامج Kiwix
edition-zim-about = ملف واحد لبرنامج Kiwix الحر الذي ينقل البوابة أيضا من هاتف إلى هاتف.
edition-text = كل النص في ملف واحد
edition-text-about = نص بسيط لأي جهاز أو لقارئ شاشة أو للطباعة.
edition-epub = كتاب
edition-pdf = كتاب للطباعة
notice-do = ما يمكنكم فعله
notice-more = كل ما يُعرف مع أدلته:
notice-code = رمز QR لـ
edition-left-out = { $n ->
    [one] ملف واحد ليس داخلها لحجمه أو اسمه؛ يسميه الملف README.
    [two] ملفان ليسا داخلها لحجمهما أو اسميهما؛ يسميهما الملف README.
    [zero] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ يسميها الملف README.
    [few] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ يسميها الملف README.
    [many] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ يسميها الملف README.
   *[other] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ يسميها الملف README.
}
edition-left-out-zim = { $n ->
    [one] ملف واحد ليس داخلها لحجمه أو اسمه؛ هو في البوابة المنشورة.
    [two] ملفان ليسا داخلها لحجمهما أو اسميهما؛ هما في البوابة المنشورة.
    [zero] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ هي في البوابة المنشورة.
    [few] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ هي في البوابة المنشورة.
    [many] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ هي في البوابة المنشورة.
   *[other] { $n } ملفات ليست داخلها لحجمها أو أسمائها؛ هي في البوابة المنشورة.
}
edition-date = حتى { $date }
paper-sum = من بيده هذه الورقة يستطيع التحقق منها: للنص البسيط لهذه الصفحة على الشبكة (.txt) مجموع SHA-256
# Names of files: letters and digits only.
edition-text-name = all
read-me-name = README
read-me-open = للقراءة فكّوا كل شيء في مجلد وافتحوا index.html بنقرتين. يكفي متصفح: بلا اتصال ولا برنامج آخر.
read-me-inside = في الداخل ما تنشره البوابة حرفا بحرف: صفحاتها ونصها البسيط وبياناتها وفهارسها. صفحة النسخ دون اتصال وحدها مختلفة، إذ لا تستطيع نسخة أن تحوي مجموع تحققها.
read-me-sums = في SHA256SUMS مجموع التحقق لكل ملف. للتحقق من الكل شغّلوا في هذا المجلد: sha256sum -c SHA256SUMS (لينكس) أو shasum -a 256 -c SHA256SUMS (ماك). ملف واحد في ويندوز: certutil -hashfile FILE SHA256
read-me-left-out = هذه الملفات ليست داخلها لحجمها أو أسمائها. روابطها في هذه النسخة لا تؤدي إلى شيء؛ وهي على الشبكة.
read-me-fresh = البوابة كما هي الآن:
text-contents = المحتويات
book-contents = المحتويات
book-cover = الغلاف
book-web = هذه الصفحة على الشبكة:
book-note = أُعدّ من صفحات البوابة حتى { $date }.
book-access = نص بعناوين وقوائم وجداول تستطيع البرامج تتبعها؛ وكل رسم موصوف بالكلمات أيضا. لا شيء يعتمد على اللون أو الصوت.
zim-description = التزامات وبيانات الحكومة المفتوحة
commitments-more = { $n ->
    [one] التزام آخر يستند إلى هذه البيانات؛ وقائمة الالتزامات تضمها كلها.
    [two] التزامان آخران يستندان إلى هذه البيانات؛ وقائمة الالتزامات تضمها كلها.
    [zero] { $n } التزامات أخرى تستند إلى هذه البيانات؛ وقائمة الالتزامات تضمها كلها.
    [few] { $n } التزامات أخرى تستند إلى هذه البيانات؛ وقائمة الالتزامات تضمها كلها.
    [many] { $n } التزامات أخرى تستند إلى هذه البيانات؛ وقائمة الالتزامات تضمها كلها.
   *[other] { $n } التزامات أخرى تستند إلى هذه البيانات؛ وقائمة الالتزامات تضمها كلها.
 }
own-facts = معلومات أخرى
on-another-server = على خادم آخر: { $host }
elsewhere-words = هذا الملف على خادم آخر. لا يُفحص هنا، وقد يتغير هناك في أي وقت.

### Personal data that are published by decision of an office.

waivers = بيانات شخصية تُنشر، ولماذا
waivers-about = تُفحص البوابة قبل نشرها بحثا عن بيانات شخصية. وفيها هذه بقرار مكتب يجيب عنها.
waivers-off = لم يبحث أحد عن بيانات شخصية
waivers-here = في هذه الصفحة بيانات شخصية: لماذا، ومن قرر
waiver-kinds = البيانات
waiver-file = الملف
waiver-columns = الأعمدة
waiver-ground = الأساس
waiver-reason = السبب
waiver-by = قرره
waiver-until = صالح حتى
ground-public-official = تخص موظفا عاما بصفته هذه
ground-consented = وافق أصحابها
ground-published-by-law = يطلب قانون نشرها
ground-office-contact = هي جهة اتصال مكتب
ground-not-personal = لا تخص أحدا: تشبه ذلك فقط
ground-fictitious = مخترعة
ground-historical = تخص أشخاصا توفوا منذ زمن بعيد
personal-kind = { $kind ->
    [curp] CURP
    [rfc] RFC لأشخاص
    [clabe] حسابات مصرفية (CLABE)
    [card] أرقام بطاقات دفع
    [nss] أرقام ضمان اجتماعي (NSS)
    [voter-key] مفاتيح ناخبين
    [passport] أرقام جوازات سفر
    [plate] لوحات مركبات
    [e-mail] عناوين بريد إلكتروني
    [telephone] أرقام هواتف
    [ip-address] عناوين IP
    [street] عناوين سكن
    [home-coordinates] إحداثيات مسكن
    [iban] حسابات مصرفية (IBAN)
    [name] أسماء أشخاص
    [birth-date] تواريخ ميلاد
   *[other] { $named }
}

# The glossary. `term-NAME-forms`: as texts have it, divided by "|"; texts link to a term where they have it first.
glossary = معاني الكلمات
glossary-about = كلمات الحكومة المفتوحة والبيانات المفتوحة التي تستعملها هذه الصفحات، بعبارة بسيطة.
glossary-own = كلمات هذه البوابة
glossary-promises = كلمات عن الالتزامات
glossary-data = كلمات عن البيانات
term-ogp = شراكة الحكومة المفتوحة (OGP)
term-ogp-forms = شراكة الحكومة المفتوحة|OGP
term-ogp-means = حكومات ومجتمع مدني في أكثر من سبعين بلدا يتفقون على ما ستفعله كل حكومة لتكون أكثر انفتاحا ويتحققون منه علنا.
term-action-plan = خطة عمل
term-action-plan-means = ما تعد حكومة بفعله في سنتين تقريبا، وتكتبه مع المجتمع المدني.
term-commitment = التزام
term-commitment-means = وعد من وعود خطة العمل: ماذا سيُفعل، ومن يفعله، ومتى.
term-milestone = مرحلة
term-milestone-means = خطوة من التزام لها تواريخها، ويمكن التحقق من نتيجتها.
term-evidence = دليل
term-evidence-means = ما يبيّن أن شيئا أُنجز: وثيقة أو محضر أو صفحة منشورة أو بيانات.
term-end-report = تقرير نهاية الالتزام
term-end-report-means = ما وجده المقيّمون عند انتهاء أجل التزام: ما أُنجز، وهل صارت الحكومة أكثر انفتاحا، وما الذي تُعلّم.
term-inception-report = التقرير الأولي
term-inception-report-forms = التقرير الأولي|تقرير أولي
term-inception-report-means = مراجعة أولى بعد نشر الخطة بقليل: هل يمكن التحقق من كل التزام، وكم يمكن أن يغيّر.
term-irm = آلية التقارير المستقلة (IRM)
term-irm-forms = آلية التقارير المستقلة|IRM
term-irm-means = الجهة في شراكة الحكومة المفتوحة التي تراجع الخطط ونتائجها باستقلال عن الحكومات.
term-open-government = الحكومة المفتوحة
term-open-government-means = حكومة تنشر ما تعرفه وما تفعله، وتدع الناس يشاركون، وتجيب عن قراراتها.
term-obligated-subject = جهة ملزمة
term-obligated-subject-forms = جهة ملزمة|جهات ملزمة|الجهات الملزمة
term-obligated-subject-means = في القانون المكسيكي من عليه نشر المعلومات والرد على طلباتها: دوائر الحكومة والبرلمانات والمحاكم والأحزاب والنقابات وغيرها ممن يتلقى مالا عاما.
term-technical-secretariat = الأمانة الفنية
term-technical-secretariat-forms = الأمانة الفنية
term-technical-secretariat-means = مجموعة الدوائر والمنظمات التي تعد خطة عمل وتتابعها.
term-proactive-transparency = الشفافية الاستباقية
term-proactive-transparency-forms = الشفافية الاستباقية
term-proactive-transparency-means = نشر المعلومات التي يحتاجها الناس دون طلب وفوق ما يوجبه القانون.
term-social-accountability = الرقابة المجتمعية
term-social-accountability-forms = الرقابة المجتمعية
term-social-accountability-means = أناس ومنظمات تراقب ما تفعله الحكومة وتطلب الشرح وتتلقى الجواب.
term-open-data = بيانات مفتوحة
term-open-data-means = بيانات يستطيع أي أحد تنزيلها واستعمالها وتمريرها لأي غرض ودون مقابل.
term-dataset = مجموعة بيانات
term-dataset-means = جدول أو جداول عن شأن واحد مع ما يلزم لفهمها.
term-dictionary = قاموس البيانات
term-dictionary-means = معنى كل عمود في جدول: وحدته وقيمه الممكنة وما ينقص.
term-licence = الرخصة
term-licence-means = ما يسمح صاحب البيانات للآخرين بفعله بها.
term-csv = CSV
term-csv-means = جدول كنص بسيط، كل صف في سطر. يفتحه أي برنامج جداول.
term-metadata = بيانات وصفية
term-metadata-means = بيانات عن البيانات: من ينشرها ومتى وكم مرة، وعن أي مكان وزمان.
term-checksum = مجموع التحقق (SHA-256)
term-checksum-means = رقم طويل يُحسب من ملف. إذا تطابق في نسختين فهما الملف نفسه إلى آخر حرف.
term-offline = نسخة دون اتصال
term-offline-means = البوابة كملف يُحمل ويُقرأ دون إنترنت.
