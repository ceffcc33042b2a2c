import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsEarly, isCutOff } from "@/data/model/cut-off";
import { effortOf, leastEffortOf } from "../support/effort";

const CUT_OFF = [
	"Founded in 2021 by a team from Kyiv and the Georgian club Bassiani, ICKPA (pronounced “Iskra” which",
	"Bassiani, ICKPA (pronounced “Iskra” which",
	"The ministers met on Tuesday…",
	"The ministers met on Tuesday...",
	"The ministers met on Tuesday […]",
	"The ministers met on Tuesday [...]",
	"The ministers met on Tuesday. Read more",
	"The ministers met on Tuesday. Continue reading →",
	"The ministers met on Tuesday.\nRead the full story »",
	"Министры встретились во вторник. Читать далее",
	"The ministers met on […]\nThe post Ministers meet appeared first on The Daily Example.",
	"The bridge was closed in May. It is due to open again before the winter sets",
	"The bridge was closed in May.\nThe council expects that it will open again before winter sets",
	"Міст закрили у травні.\nРада сподівається, що його знову відкриють до початку зими, а рух",
	"The ministers met on Tuesday. Read the rest of this entry »",
	"The ministers met on Tuesday. Click here to read the full story.",
	"The ministers met on Tuesday. Continued on page 4",
	"Die Minister trafen sich am Dienstag. Weiterlesen →",
	"Die Minister trafen sich am Dienstag. Den ganzen Artikel lesen",
	"Les ministres se sont réunis mardi. Lire la suite…",
	"Les ministres se sont réunis mardi. Lire l’article complet",
	"Los ministros se reunieron el martes. Seguir leyendo",
	"I ministri si sono riuniti martedì. Continua a leggere",
	"Os ministros reuniram-se na terça-feira. Continuar lendo",
	"De ministers kwamen dinsdag bijeen. Lees verder",
	"Ministrowie spotkali się we wtorek. Czytaj więcej »",
	"Министры встретились во вторник. Читать полностью",
	"Міністри зустрілися у вівторок. Читати далі…",
	"大臣たちは火曜日に会った。続きを読む",
	"部长们星期二会面。阅读全文",
	"التقى الوزراء يوم الثلاثاء. اقرأ المزيد",
	"Die Minister trafen sich am […]\nDer Beitrag Treffen erschien zuerst auf Das Beispiel.",
	"Los ministros se reunieron el […]\nLa entrada Reunión se publicó primero en El Ejemplo.",
	"The council was asked about the",
	"The council was asked about costs,",
	"大臣たちは火曜日に会った。橋は来年の冬までにふたたび開く",
	"大臣たちは火曜日に会った、",
	`市议会星期二讨论了${"桥梁的修复计划和费用".repeat(6)}`,
	"部长们星期二会面。\n市议会希望在冬天到来之前重新开放这座老桥并且",
	"The ministers met on Tuesday… [link] [comments]",
	"The ministers met on Tues... submitted by /u/reader [link] [comments]",
	"The bridge was closed in May. The council said: it expects that it will be open again before the winter",
	`It ${"went on and on ".repeat(12)}without a stop`,
];

const WHOLE = [
	"",
	"   \n ",
	"The bridge is open.",
	"The bridge is open!",
	"Is the bridge open?",
	"橋は開いている。",
	"هل الجسر مفتوح؟",
	"पुल खुला है।",
	"“The bridge is open.”",
	"“The bridge is open”, said the mayor (smiling).",
	"He said: “The bridge is open.”)",
	"The bridge is open. \n",
	"Bridge open",
	"橋は開いている",
	"橋は開いている。写真：山田太郎",
	"桥已经开放。来源：新华社，责任编辑：李四",
	"橋は開いている。「よかった」と市長",
	"The bridge was closed in May.\nFiled under: bridges, the old town, walks by the river",
	"The bridge was closed in May. Filed Under: Bridges, Towns, Rivers",
	"The bridge was closed in May.\nJane Q. Doe is a staff writer at The Daily Example and likes bridges",
	"Die Brücke ist offen.\nAda von Beispiel ist Redakteurin der Beispielzeitung in Hamburg",
	"I walked over the bridge today. It is so much better than I had thought it would be submitted by /u/reader [link] [comments]",
	"submitted by /u/reader [link] [comments]",
	"Officials say that the bridge is open again",
	"The bridge was closed in May.\nReporting by A. Writer",
	"The bridge was closed in May. Photo: A. Writer",
	"The bridge was closed in May.\n- a ferry runs every ten minutes from the northern landing stage",
	"The bridge was closed in May. Details and pictures: https://example.org/bridge",
	"The bridge was closed in May and will not open before next winter #bridges",
	"สะพานเปิดแล้ว ".repeat(30),
	"The bridge is open. The post Bridge open appeared first on The Daily Example.",
	"Die Brücke ist offen. Der Beitrag Brücke offen erschien zuerst auf Das Beispiel.",
	"Le pont est ouvert. L’article Pont ouvert est apparu en premier sur L’Exemple.",
	"Мост открыт.\nСообщение Мост открыт появились сначала на Пример.",
	"We should all read more.",
	"In the evening, she said, she would go and read on.",
	"There is more",
	"He never learned to read. More on that tomorrow.",
];

describe("a text that ends before it should", () => {
	test.each(CUT_OFF)("is recognised: %j", (text) => expect(endsEarly(text)).toBe(true));
});

describe("a text that is whole, or may be", () => {
	test.each(WHOLE)("is left in peace: %j", (text) => expect(endsEarly(text)).toBe(false));
});

describe("HTML that ends before it should", () => {
	test.each([
		`<p>The ministers met on Tuesday.</p><p><a href="/1">More</a></p>`,
		`<p>The ministers met on Tuesday. <a href="/1">→</a></p>`,
		`<p>The ministers met on Tuesday. (<a href="/1"><b>more</b></a>)</p>`,
		`<p>The ministers met on Tuesday.</p><a class="btn" href="/1">Continue</a>&nbsp;&raquo;`,
		`<p>The ministers met on Tuesday. <a href="/1">Suite</a> »</p><br/>`,
		`<p>Die Minister trafen sich.</p><div><a href="/1"><span>Mehr</span> <img src="/arrow.png"></a></div>`,
		`<p>Министры встретились. <a href="/1">Подробнее</a></p>`,
		`<p>The ministers met on Tuesday. <button>Full story</button></p>`,
		`<p>The ministers met on Tuesday [&hellip;]</p>`,
		`<p>The ministers met.</p><p><a href="/1">Read more about the ministers’ meeting</a></p>`,
	])("is recognised: %s", (html) => expect(isCutOff(html)).toBe(true));

	test.each([
		`<p>The bridge is open.</p>`,
		`<p>The bridge is open. <a href="/1">The council’s page</a></p>`,
		`<p>The bridge is open, says <a href="/1">The Daily Example</a>.</p>`,
		`<p><a href="/1">More</a> than a thousand people came.</p>`,
		`<p>The bridge is open.</p><p><a href="/1">Comments</a></p>`,
		`<p>The bridge is open.</p><p>Tags: <a href="/t/1">bridges</a>, <a href="/t/2">towns</a></p>`,
		`<p>We should all <a href="/1">read more</a>, he said.</p>`,
		`<p>The bridge is open.</p><p>The post <a href="/1">More</a> appeared first on <a href="/">Example</a>.</p>`,
		`<p>The bridge is open.</p><img src="/bridge.jpg">`,
		"",
	])("unlike HTML that is whole: %s", (html) => expect(isCutOff(html)).toBe(false));

	test("is judged at once, however long", () => {
		const effort = effortOf(() => {
			for (const part of ["<a>", "<a href=x>a", "<a>b</a>", "<button", "</a>", "&nbsp;"])
				isCutOff(part.repeat(100_000));
		});
		expect(effort).toBeLessThan(500);
	});
});

describe("any text", () => {
	test("that ends in a full stop is whole, unless in three", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				fc.pre(!/[….]\s*$/u.test(text));
				expect(endsEarly(`${text} the end.`)).toBe(false);
			}),
		);
	});

	test("that ends in an ellipsis is cut off", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(endsEarly(`${text}…`)).toBe(true);
			}),
		);
	});

	test("is judged at once, however long", () => {
		const effort = leastEffortOf(() => {
			for (const part of ["a ", "( ", "The post ", ". ", "read ", "\n", "…a"])
				endsEarly(part.repeat(500_000));
		});
		expect(effort).toBeLessThan(200);
	});
});
