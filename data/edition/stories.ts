import type { HeadlineKind } from "../model/headline";

/** A story of the bundled edition. */
export interface Story {
	/** Names it within the edition for good. */
	key: string;
	/** The hour and minute of 24 July 2025, UTC. */
	time: string;
	kind: HeadlineKind;
	title: string;
	/** Absent for a bare headline. */
	paragraphs?: readonly string[];
}

/** The stories of the bundled edition, newest first. */
export const stories: readonly Story[] = [
	{
		key: "istanbul-hopes",
		time: "20:40",
		kind: "bare",
		title: "Istanbul talks: what each side hopes for, and what it may get",
	},
	{
		key: "von-der-leyen-beijing",
		time: "19:55",
		kind: "bare",
		title: "Von der Leyen asks Beijing to bring Putin to serious peace talks with Ukraine",
	},
	{
		key: "kyiv-demands",
		time: "19:10",
		kind: "bare",
		title: "Kyiv brings three demands to Istanbul: a truce, its children back and a summit",
	},
	{
		key: "euromaidan-opinion",
		time: "18:20",
		kind: "bare",
		title: "Opinion: A EuroMaidan protester, then 18, takes pride in those who take to the streets today",
	},
	{
		key: "central-bank-rate",
		time: "17:30",
		kind: "bare",
		title: "National Bank of Ukraine leaves rate at 15.5% and trims its growth and inflation outlook",
	},
	{
		key: "drones-logistics",
		time: "16:45",
		kind: "bare",
		title: "Analysis: Ukraine's drones put Russian supply lines at risk",
	},
	{
		key: "an-24-amur",
		time: "16:05",
		kind: "bare",
		title: "Soviet-built An-24 with 49 people aboard comes down in Amur Oblast; no survivors expected",
	},
	{
		key: "pokrovsk-residents",
		time: "15:20",
		kind: "bare",
		title: "More than 1,300 people still live in Pokrovsk amid the fighting, according to the governor",
	},
	{
		key: "indian-explosives",
		time: "14:30",
		kind: "bare",
		title: "Reuters: Indian firm shipped explosives to Russia in spite of Washington's warnings",
	},
	{
		key: "putin-zelensky-meeting",
		time: "13:45",
		kind: "article",
		title: "Moscow plays down the chance of an early meeting between Putin and Zelensky",
		paragraphs: [
			"Russia's president Vladimir Putin and his Ukrainian counterpart, Volodymyr Zelensky, should not be expected to meet soon, the Kremlin has made clear. Its spokesman, Dmitry Peskov, said that the two could sit down together only once preparation had gone far enough for them to settle something. The agency RIA, whose sources are in the Kremlin, does not see that happening before August is over.",
			"Which steps that preparation would take, and who would see to them, Peskov left open.",
			"The proposal for a summit comes from Kyiv. Its negotiators put forward a date in August when the delegations gathered in Istanbul for the third time, which would keep it inside the 50 days that US President Donald Trump has given the parties to agree on peace.",
			"The session was held on 23 July and was short: the agency TASS counted some 40 minutes from opening to close. Rustem Umerov spoke for Ukraine; once its defence minister, he runs the National Security and Defence Council as its secretary. Across the table sat Vladimir Medinsky, an aide to Putin who has also written history schoolbooks.",
			"Few had looked for a turning point, and none came. What the delegations did settle, by several accounts, was that more prisoners would go home, soldiers and civilians alike. Peskov sounded hopeful about such humanitarian matters, and told Interfax that Moscow had come with practical aims. On the draft memoranda, he conceded, the parties remain poles apart.",
			"Russia would also like three working groups to confer online and keep contact going between rounds. In Peskov's view both countries need what Moscow has put forward, and it is now for the Ukrainian side to respond.",
			"Umerov said that his country was ready for a ceasefire, and called for a constructive attitude from the Russians. Within hours of the meeting, Odesa and Kharkiv were among the places that came under a new wave of Russian strikes.",
			"Direct talks had opened on 16 May in Istanbul's Dolmabahce Palace. A second round, on 2 June, brought an agreement to swap badly wounded troops as well as captives no older than 25, and to return the remains of 6,000 of the fallen to each side.",
		],
	},
	{
		key: "ickpa-festival",
		time: "13:00",
		kind: "cut-off",
		title: "ICKPA, a festival with Georgian and Ukrainian roots, is back in Kyiv",
		paragraphs: [
			"Electronic music fills Kyiv from 25 to 27 July, when the big ICKPA festival holds its first edition since Russia invaded on a full scale.",
			"The festival goes back to 2021, when organisers in Ukraine joined forces with Bassiani, a celebrated club in Georgia. Its name, which one reads aloud as “Iskra”, is the",
		],
	},
	{
		key: "kolomoisky-trial",
		time: "12:10",
		kind: "bare",
		title: "Court is to hear the embezzlement case against Kolomoisky",
	},
	{
		key: "graham-law",
		time: "11:25",
		kind: "bare",
		title: "Lindsey Graham, a US senator, faults Zelensky for approving law on anti-graft agencies",
	},
	{
		key: "kharkiv-tower",
		time: "10:40",
		kind: "bare",
		title: "Kharkiv apartment tower hit by Russian glide bombs; 33 or more people hurt",
	},
	{
		key: "lawmakers-bill",
		time: "09:50",
		kind: "bare",
		title: "Bill from 48 members of Ukraine's parliament would protect anti-graft agencies' autonomy",
	},
	{
		key: "strikes-short",
		time: "09:00",
		kind: "video",
		title: "Russian drones and missiles hit Ukraine soon after the talks end #shorts",
	},
	{
		key: "us-eu-arms",
		time: "08:10",
		kind: "bare",
		title: "US and EU reach arms deal that covers help for Kyiv, Trump says",
	},
	{
		key: "odesa-landmarks",
		time: "07:15",
		kind: "bare",
		title: "Russian strikes leave 4 dead and 28 wounded in a day; UNESCO sites in Odesa damaged",
	},
	{
		key: "russian-losses",
		time: "06:20",
		kind: "bare",
		title: "Kyiv's General Staff puts Russian losses since 24 February 2022 at 1,046,270 troops",
	},
	{
		key: "belarusians-vote",
		time: "05:30",
		kind: "bare",
		title: "Putin lets Belarusians who live in Russia vote and stand in local elections",
	},
];
