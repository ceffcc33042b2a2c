/** What may stand behind the words that lead on. */
const SIGNS = "[\\s.…\\])>»›→⟶➔▸▶]*";

/** Words that lead on to the rest of a text, in any sentence. */
const LEADS_ON = [
	"read (?:more|on|it all)(?: (?:about|at|on|here|from) .{1,60}| of this .{1,30})?",
	"read (?:the )?(?:full|whole|entire|complete|original) (?:article|story|post|text|report|review|interview|piece|entry)(?: .{1,60})?",
	"read (?:the )?rest(?: of .{1,40})?",
	"continue reading(?: .{1,80})?",
	"continued(?: on .{1,40})?",
	"keep reading",
	"(?:full|whole|original) (?:article|story|post) (?:here|at .{1,60})",
	"(?:click|tap) (?:here )?(?:to|for) (?:(?:read|continue|see|view) )?(?:the )?(?:more|full|whole|rest|article|story).{0,40}",
	"view (?:the )?(?:full|entire|original) (?:article|post|story)",
	"(?:learn|see|view|find out) more",
	"more (?:here|inside|after the (?:jump|break|fold))",
	"weiter ?lesen(?: .{1,60})?",
	"mehr (?:lesen|erfahren|dazu)",
	"(?:den )?(?:ganzen|vollständigen|kompletten) (?:artikel|beitrag|text) lesen",
	"zum (?:ganzen |vollständigen )?(?:artikel|beitrag)",
	"lire la suite(?: .{1,60})?",
	"lire (?:plus|l[’']article(?: complet)?)",
	"(?:en )?savoir plus",
	"(?:leer|ver|saber) más",
	"(?:seguir|continuar|sigue|continúa) (?:leyendo|lendo|a ler)(?: .{1,60})?",
	"leer (?:el )?(?:artículo|resto|noticia)(?: completa?o?)?",
	"(?:leggi|continua a leggere|continua la lettura)(?: (?:tutto|di più|ancora|l[’']articolo.{0,30}))?",
	"(?:leia|ler|saiba|veja) mais",
	"lees (?:meer|verder)",
	"(?:läs|les|læs) (?:mer|mere|videre|hela artikeln)",
	"lue (?:lisää|koko juttu)",
	"(?:czytaj|przeczytaj) (?:dalej|więcej|całość)",
	"(?:číst|čítať|více|viac) (?:dále|ďalej|více|viac|zde)",
	"(?:tovább olvas\\p{L}*|citește mai (?:mult|departe)|devamını oku|daha fazla(?:sı)? oku|διαβάστε (?:περισσότερα|τη συνέχεια)|прочети (?:още|повече)|опширније)",
	"(?:читать|читайте|узнать) (?:далее|дальше|полностью|больше|подробнее)(?: .{1,60})?",
	"(?:читати|читайте|дізнатися) (?:далі|більше|повністю)(?: .{1,60})?",
	"(?:اقرأ (?:المزيد|أكثر)|المزيد|قراءة المزيد|ادامه مطلب|קרא עוד|להמשך קריאה|और पढ़ें|पूरा पढ़ें)",
	"(?:続きを読む|もっと読む|全文を読む|続きはこちら|阅读(?:全文|更多)|查看全文|閱讀(?:全文|更多)|繼續閱讀|继续阅读|더 ?보기|더 읽기|계속 읽기|อ่านต่อ|đọc (?:tiếp|thêm)|xem thêm|baca (?:selengkapnya|lanjut\\p{L}*))",
];

const TEASER = new RegExp(`(^|[\\s[(….。!?])((?:${LEADS_ON.join("|")})${SIGNS})$`, "iu");
/** The end of whatever went before: a sentence, a bracket's beginning, a line. */
const APART = /(?:^|[\p{Sentence_Terminal}[(…»”"\n])\s*$/u;

/** Whether the last words of a text lead on. “We should all read more.” does not: that is how a sentence ends. */
export function leadsOn(end: string): boolean {
	const found = TEASER.exec(end);
	if (!found) return false;
	const [, before = "", words = ""] = found;
	const isSentence = /^\p{Ll}/u.test(words) && /[.。]$/u.test(words.trimEnd());
	return !isSentence || APART.test(end.slice(0, found.index) + before);
}

/** Words that lead on where they are all that a link says. */
export const BARE_TEASER = new RegExp(
	`^[\\s[(]*(?:${[
		...LEADS_ON,
		"(?:read|see|and|for|much)? ?more(?: details| info(?:rmation)?)?",
		"read|continue|full (?:article|story|text|post)|permalink to the rest",
		"mehr|weiter|suite|la suite|plus|más|seguir|altro|continua|mais|meer|mer|więcej|dalej|více|ещё|далее|дальше|подробнее|далі|більше|докладніше|続き|全文|更多",
		"[.…»›→⟶➔▸▶>]+",
	].join("|")})${SIGNS}$`,
	"iu",
);

/** What sites of posts and links to them put below each, whole or not. */
export const POST_LINKS =
	/\s*(?:submitted by\s+\/?u\/\S{1,60}\s+)?(?:to\s+\/?r\/\S{1,60}\s+)?\[link\]\s*\[comments\]$/iu;

/** What publishing systems put below a text, whole or not. */
export const FEED_FOOTER =
	/\s*(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}|(?:Der )?Beitrag .{1,300} erschien zuerst auf .{1,200}|L[’']article .{1,300} est apparu en premier sur .{1,200}|(?:La entrada|El cargo) .{1,300} (?:se publicó primero en|apareció primero en) .{1,200}|L[’']articolo .{1,300} (?:proviene da|sembra essere il primo su) .{1,200}|O post .{1,300} apareceu primeiro em .{1,200}|Het bericht .{1,300} verscheen eerst op .{1,200}|Inlägget .{1,300} dök först upp på .{1,200}|(?:Artykuł|Wpis) .{1,300} pochodzi z serwisu .{1,200}|(?:Сообщение|Запись) .{1,300} (?:появились сначала на|впервые появилась?) .{1,200}|Допис .{1,300} з[’']явився спочатку на .{1,200}|Příspěvek .{1,300} pochází z .{1,200}|投稿 .{1,300} は .{1,200} に最初に表示されました)[.。]?$/u;
