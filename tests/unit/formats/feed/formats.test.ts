import { describe, expect, test } from "vitest";
import { firstItem, readFixture, readText, rss } from "./support";

describe("RSS 2.0", () => {
	const feed = readFixture("harbour.rss.xml");
	const [ferry, note] = feed.items;

	test("has its title decoded, its site, and what it asks of those who poll it", () => {
		expect(feed).toMatchObject({
			format: "rss",
			title: "The Harbour & Bay Courier",
			home: "https://courier.example/",
			hints: { ttlMinutes: 45, updateMinutes: 360, skipHours: [0, 3], skipDays: [0, 6] },
		});
	});

	test("is read through whatever prefixes its namespaces have", () => {
		expect(ferry).toMatchObject({
			guid: "courier-101",
			title: "Ferry Aurora sails again",
			url: "https://courier.example/2025/ferry?utm_source=rss",
			publishedAt: Date.UTC(2025, 6, 24, 4, 30),
			author: "Nora Quay",
			categories: ["Sea", "Town & port"],
			summary: "The ferry is back after nine weeks in dock.",
			content: "<p>The ferry is back after <b>nine weeks</b> in dock.</p>",
		});
		expect(ferry).not.toHaveProperty("untitled");
	});

	test("gives its sound, its pictures and their kinds", () => {
		expect(ferry?.media).toEqual([
			{ url: "https://courier.example/audio/ferry.mp3", kind: "audio", type: "audio/mpeg", length: 1200 },
			{ url: "https://img.example/ferry.jpg", kind: "image", title: "The ferry" },
			{ url: "https://img.example/ferry-small.jpg", kind: "image" },
		]);
	});

	test("a post without a title gets its first words, and its permalink as its address", () => {
		expect(note).toMatchObject({
			title: "Fog again.",
			untitled: true,
			url: "https://courier.example/notes/7",
			author: "The night desk",
		});
	});

	test("a guid that says it is no permalink is no address", () => {
		expect(
			firstItem(rss('<item><guid isPermaLink="false">https://a.example/</guid></item>')),
		).not.toHaveProperty("url");
	});

	test("an address that leads nowhere safe is none", () => {
		for (const link of [
			"javascript:alert(1)",
			"data:text/html,x",
			"file:///etc/passwd",
			"mailto:a@b.example",
		]) {
			expect(firstItem(rss(`<item><title>t</title><link>${link}</link></item>`))).not.toHaveProperty("url");
		}
	});

	test("elements of other vocabularies with the same names are not taken for its own", () => {
		const item = firstItem(
			rss(
				"<item><x:title>no</x:title><title>yes</title><image><title>no</title></image><x:link>https://no.example/</x:link></item>",
				'xmlns:x="urn:other"',
			),
		);
		expect(item).toMatchObject({ title: "yes" });
		expect(item).not.toHaveProperty("url");
	});

	test("a document that declares Atom for all of it is read all the same", () => {
		const item = firstItem(
			rss(
				"<item><title>t</title><guid>g</guid><description>d</description><pubDate>2004-01-01</pubDate></item>",
				'xmlns="http://www.w3.org/2005/Atom"',
			),
		);
		expect(item).toEqual({ title: "t", guid: "g", summary: "d", publishedAt: Date.UTC(2004, 0, 1) });
	});

	test("dates go by any name that feeds have for them", () => {
		for (const name of ["issued", "modified", "created", "lastBuildDate", "updated"])
			expect(firstItem(rss(`<item><${name}>2004-01-01</${name}></item>`)).publishedAt).toBe(
				Date.UTC(2004, 0, 1),
			);
	});

	test.each([
		["ann@a.example (Ann (the elder))", "Ann (the elder)"],
		["ann@a.example(Ann)", "Ann"],
		["Ann &lt;ann@a.example&gt;", "Ann"],
		['"Ann B." &lt;mailto:ann@a.example&gt;', "Ann B."],
		["Ann (ann@a.example)", "Ann"],
		["ann@a.example", "ann@a.example"],
		["&lt;ann@a.example>", "<ann@a.example>"],
		["Ann (the elder)", "Ann (the elder)"],
	])("whoever is written as %s is called %s", (written, name) => {
		expect(firstItem(rss(`<item><author>${written}</author></item>`)).author).toBe(name);
	});

	test("a permalink may be relative, and an id is one too", () => {
		expect(firstItem(rss("<item><guid>/a</guid></item>")).url).toBe("https://site.example/a");
		expect(firstItem(rss("<item><id>https://a.example/</id></item>")).url).toBe("https://a.example/");
		expect(firstItem(rss("<item><guid>17</guid></item>"))).not.toHaveProperty("url");
	});

	test("a group of files gives an item its title and text; one picture's title is its caption", () => {
		const media = "<media:title>Film</media:title><media:description>On ice.</media:description>";
		expect(firstItem(rss(`<item><media:group>${media}</media:group></item>`))).toEqual({
			title: "Film",
			summary: "<p>On ice.</p>",
		});
		expect(firstItem(rss(`<item><media:content>${media}</media:content></item>`)).title).toBe("On ice.");
	});

	test("naked HTML in a description is kept as HTML", () => {
		expect(firstItem(rss("<item><description>One<br>two <b>three</b></description></item>")).summary).toBe(
			"One<br>two <b>three</b>",
		);
	});
});

describe("RSS 1.0", () => {
	test("an item is named and found by its rdf:about", () => {
		const feed = readFixture("weather.rdf.xml");
		expect(feed).toMatchObject({ format: "rdf", title: "Coast weather", home: "https://weather.example/" });
		expect(feed.items).toEqual([
			{
				guid: "https://weather.example/1",
				title: "Gale warning",
				url: "https://weather.example/1",
				publishedAt: Date.UTC(2025, 6, 24),
				summary: "Force 9 from the west.",
			},
		]);
	});
});

describe("Atom", () => {
	const feed = readFixture("lighthouse.atom.xml");
	const [lamp, rule] = feed.items;

	test("a title of plain text keeps its brackets, one of HTML loses its tags", () => {
		expect(feed.title).toBe("Log of the <Light>");
		expect(lamp?.title).toBe("Lamp & lens cleaned");
		expect(rule?.title).toBe("Use <b> sparingly");
	});

	test("links start from xml:base, and those in the text from the innermost one", () => {
		expect(feed.home).toBe("https://light.example/log/");
		expect(lamp?.url).toBe("https://light.example/log/1");
		expect(lamp?.content).toBe(
			'<p>See <a href="https://light.example/log/pictures/lens.jpg">the lens</a>.<br></p>',
		);
		expect(lamp?.media).toEqual([
			{ url: "https://light.example/log/lamp.mp4", kind: "video", type: "video/mp4", length: 99 },
		]);
	});

	test("every address in a tag starts from there", () => {
		const content =
			'&lt;video poster="1.jpg" src="1.mp4" data-x="1">&lt;/video>&lt;a cite=\'/c\' href="#n">x';
		expect(
			firstItem(
				`<feed xml:base="https://a.example/x/"><entry><content type="html">${content}</content></entry></feed>`,
			).content,
		).toBe(
			`<video poster="https://a.example/x/1.jpg" src="https://a.example/x/1.mp4" data-x="1"></video><a cite='https://a.example/c' href="#n">x`,
		);
	});

	test("a link's relation may be written as an IRI", () => {
		const iana = "http://www.iana.org/assignments/relation/";
		const links = `<link rel="${iana}self" href="/self"/><link rel="${iana}alternate" href="/1"/><link rel="${iana}enclosure" href="/1.mp3"/>`;
		for (const item of [
			firstItem(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${links}</entry></feed>`),
			firstItem(rss(`<item>${links.replaceAll("<link", "<atom:link")}</item>`)),
		])
			expect(item).toMatchObject({
				url: expect.stringMatching(/example\/1$/),
				media: [{ url: expect.stringMatching(/example\/1\.mp3$/) }],
			});
	});

	test("an entry is dated by its publication, and written by the feed's author unless it says otherwise", () => {
		expect(lamp).toMatchObject({ publishedAt: Date.UTC(2025, 6, 24, 3, 5, 6, 789), author: "Keeper" });
		expect(rule?.author).toBe("Visitor");
	});

	test("an entry without a link has its id's address; a summary of plain text is escaped", () => {
		expect(rule).toMatchObject({ url: "https://light.example/log/2", summary: "<p>1 &lt; 2, as a rule</p>" });
	});

	test("RSS's own elements are understood in it", () => {
		const entry = "<title>t</title><guid>https://a.example/1</guid><pubDate>2004-01-01</pubDate>";
		for (const text of ["description", "dc:description", "itunes:summary", "media:description"])
			expect(
				firstItem(
					`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}<${text}>d</${text}></entry></feed>`,
				),
			).toMatchObject({
				url: "https://a.example/1",
				publishedAt: Date.UTC(2004, 0, 1),
				summary: expect.stringContaining("d"),
			});
		expect(
			firstItem(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><body>b</body></entry></feed>`).content,
		).toBe("b");
	});

	test("a picture that is written out in base64 is no text", () => {
		const content = '<content type="image/png">iVBORw0KGgoAAAANSUhEUgAAAAUA</content>';
		expect(
			firstItem(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title>${content}</entry></feed>`),
		).toEqual({ title: "t" });
	});

	test("what it was called before it had a name is still understood", () => {
		for (const name of ["http://purl.org/echo/", "http://purl.org/pie/", "http://example.com/necho"])
			expect(
				firstItem(`<p:feed xmlns:p="${name}"><p:entry><p:title>t</p:title></p:entry></p:feed>`).title,
			).toBe("t");
	});

	test("Atom 0.3 says by its modes how its text is written", () => {
		const feed = readText(
			`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
			<title type="text/html" mode="escaped">A &lt;b&gt;bold&lt;/b&gt; move</title>
			<summary type="text/html" mode="base64">PHA+SGVsbG88L3A+</summary>
			<issued>2004-05-06T07:08:09Z</issued></entry></feed>`,
		);
		expect(feed.items).toEqual([
			{ title: "A bold move", summary: "<p>Hello</p>", publishedAt: Date.UTC(2004, 4, 6, 7, 8, 9) },
		]);
	});
});

describe("JSON Feed", () => {
	test("is read like the others", () => {
		const feed = readFixture("notes.json");
		expect(feed).toMatchObject({ format: "json", title: "Small notes", home: "https://notes.example/" });
		expect(feed.items).toEqual([
			{
				guid: "17",
				title: "Tide tables are up.",
				untitled: true,
				url: "https://notes.example/17",
				publishedAt: Date.UTC(2025, 6, 24, 13),
				content: "<p>Tide tables are up.</p><p>Mind the &lt;new&gt; hours.</p>",
				author: "Ana, Ben",
				categories: ["tides"],
				media: [
					{
						url: "https://notes.example/tides.m4a",
						kind: "audio",
						type: "audio/mp4",
						length: 5,
						duration: 61,
					},
				],
			},
			{ guid: "18", title: "A swim", url: "https://swim.example/", content: "<p>Cold.</p>", author: "Cleo" },
		]);
	});

	test("an id that is an address is one where there is no other", () => {
		const [item] = readText('{"items":[{"id":"https://a.example/1","title":"t"}]}').items;
		expect(item).toMatchObject({ guid: "https://a.example/1", url: "https://a.example/1" });
	});

	test("an expired feed says that it is", () => {
		expect(readText('{"version":"https://jsonfeed.org/version/1","expired":true}').hints).toEqual({
			expired: true,
		});
	});
});

describe("CDF", () => {
	test("is read by its attributes", () => {
		const feed = readText(
			'<CHANNEL HREF="http://old.example/"><TITLE>Old</TITLE><ITEM HREF="http://old.example/1" LASTMOD="2002-10-23T10:00Z"><TITLE>One</TITLE><ABSTRACT>Text</ABSTRACT></ITEM></CHANNEL>',
		);
		expect(feed).toEqual({
			format: "cdf",
			title: "Old",
			home: "http://old.example/",
			items: [
				{
					title: "One",
					url: "http://old.example/1",
					publishedAt: Date.UTC(2002, 9, 23, 10),
					summary: "Text",
				},
			],
		});
	});
});

describe("the language of an item", () => {
	const languages = (text: string) => readText(text).items.map(({ language }) => language);

	test("is in RSS its own, whatever the prefix, else what xml:lang says, else its channel's", () => {
		const items = `<item><x:language xmlns:x="http://purl.org/dc/elements/1.1/">de</x:language></item>
			<item xml:lang="fr"/><item><description xml:lang="pt_BR">x</description></item><item/>`;
		expect(languages(rss(`<language>en-gb</language>${items}`))).toEqual(["de", "fr", "pt-BR", "en-gb"]);
		expect(languages(rss("<item/>", 'xml:lang="cs"'))).toEqual(["cs"]);
	});

	test("is in Atom its text's, else that of what it stands in", () => {
		const entries =
			'<entry/><entry xml:lang="fr"/><entry xml:lang="fr"><content xml:lang="it">x</content></entry>';
		expect(
			languages(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title/>${entries}</feed>`),
		).toEqual(["ar", "fr", "it"]);
	});

	test("is in JSON Feed its own, else the feed's", () => {
		expect(languages('{"language":"en","items":[{"id":"1"},{"id":"2","language":"de"}]}')).toEqual([
			"en",
			"de",
		]);
	});

	test("is none where what is said names none", () => {
		expect(languages(rss("<language>English (UK)</language><item/>"))).toEqual([undefined]);
		expect(languages(rss("<item/>"))).toEqual([undefined]);
	});
});
