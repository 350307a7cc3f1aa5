//! News sentences for each phenomenon of the room: at least three for every way to write a number, and for all that is none.

use super::probe::check;

#[test]
fn digits_words_and_both() {
    check(&[
        ("digits", "The orchard yielded 4,812 crates.", "4812: crates"),
        ("digits", "Fishermen landed 37.5 tonnes of herring.", "37.5 [metric ton]: herring"),
        ("digits", "Inspectors counted 62 leaking valves.", "62: valves"),
        ("digits", "The quarry shipped 1,250,000 bricks.", "1250000: bricks"),
        ("digits", "Doctors treated 73 wounded soldiers.", "73: soldiers"),
        ("words", "Nineteen bakers walked out.", "19: bakers"),
        ("words", "She planted three hundred and forty willows.", "340: willows"),
        ("words", "The village has two churches and eleven wells.", "2: churches, 11: wells"),
        ("words", "Forty-one students fell ill.", "41: students"),
        ("words", "The crew spent sixteen nights at sea.", "16 [night]: crew"),
        ("words", "Twelve hundred olive trees burned.", "1200: trees"),
        ("mixed", "Growers lost 2.4 million lemons.", "2400000: lemons"),
        ("mixed", "The plant made 6.7 million bricks.", "6700000: bricks"),
        ("mixed", "The aquifer holds 1.2 trillion litres.", "1200000000000 [litre]: aquifer"),
        ("mixed", "The museum drew 3.5 million visitors.", "3500000: visitors"),
        ("mixed", "The charity raised 8.1 million euros.", "8100000 [euro]: charity"),
        ("mixed", "Some 1.5 billion people lack water.", "~1500000000: people"),
    ]);
}

#[test]
fn groups_and_vague_plurals() {
    check(&[
        ("dozens", "Two dozen kayaks capsized.", "24: kayaks"),
        ("dozens", "Three dozen hikers were rescued.", "36: hikers"),
        ("dozens", "A dozen lamps went out.", "12: lamps"),
        ("dozens", "Dozens of vans were towed.", "24..99: vans"),
        ("dozens", "Nearly two dozen hostages were freed.", "~24: hostages"),
        ("dozens", "About half a dozen tanks burned.", "~6: tanks"),
        ("vague plurals", "Tens of thousands of pilgrims walked.", "10000..100000: pilgrims"),
        ("vague plurals", "Hundreds of sheep drowned.", "100..1000: sheep"),
        ("vague plurals", "Hundreds of thousands of olives rotted.", "100000..1000000: olives"),
        ("vague plurals", "Police seized millions of cigarettes.", "1000000..10000000: cigarettes"),
        ("vague plurals", "Scores of beehives burned.", "40..99: beehives"),
        ("vague plurals", "Tens of millions of bees died.", "10000000..100000000: bees"),
        ("vague plurals", "Several thousand workers walked out.", "2000..9000: workers"),
        ("vague plurals", "Tens of thousands fled.", "10000..100000"),
    ]);
}

#[test]
fn shares_of_a_whole() {
    check(&[
        ("half of", "Half of the pupils stayed at home.", "0.5: pupils"),
        ("half of", "Nearly half of all wells ran dry.", "~0.5: wells"),
        ("half of", "More than half the fleet is idle.", ">0.5: fleet"),
        ("half of", "They sold half of their cattle.", "0.5: cattle"),
        ("half of", "Fewer than half of the clinics have power.", "<0.5: clinics"),
        ("half of", "Almost half the seats were empty.", "~0.5: seats"),
        ("one in three", "Nine out of ten patients recovered.", "0.9: patients"),
        ("one in three", "One in every eight homes is damp.", "0.125: homes"),
        ("one in three", "One in 12 bulbs failed.", "0.08333333333333333: bulbs"),
        ("one in three", "One in four children goes hungry.", "0.25: children"),
        ("one in three", "Two in five farms are sold.", "0.4: farms"),
        ("one in three", "One out of every ten letters was lost.", "0.1: letters"),
        ("fractions", "Two-thirds of the harvest was lost.", "0.6666666666666666: harvest"),
        ("fractions", "A quarter of the tenants moved.", "0.25: tenants"),
        ("fractions", "Three-quarters of voters agreed.", "0.75: voters"),
        ("fractions", "A fifth of the ice melted.", "0.2: ice"),
    ]);
}

#[test]
fn currencies() {
    check(&[
        ("$US113 trillion", "Global debt stood at $US113 trillion.", "113000000000000 [US dollar]: debt"),
        ("$US113 trillion", "He was fined $A2,500.", "2500 [Australian dollar]"),
        ("$US113 trillion", "The fund holds NZ$19 million.", "19000000 [New Zealand dollar]: fund"),
        ("$US113 trillion", "Exports hit $US72 billion.", "72000000000 [US dollar]: Exports"),
        ("$US113 trillion", "The loan is worth $C3 million.", "3000000 [Canadian dollar]: loan"),
        ("$US113 trillion", "Household wealth rose to $US113 trillion.", "^113000000000000 [US dollar]: wealth"),
        ("RM3.06mil", "The toll road earned RM12.4mil.", "12400000 [Malaysian ringgit]: toll road"),
        ("RM3.06mil", "The bridge cost RM3.06mil.", "3060000 [Malaysian ringgit]: bridge"),
        ("RM3.06mil", "The clinic received RM850,000.", "850000 [Malaysian ringgit]: clinic"),
        ("RM3.06mil", "The firm lost RM2.5bil.", "v2500000000 [Malaysian ringgit]: firm"),
        ("RM3.06mil", "A ticket costs RM45.", "45 [Malaysian ringgit]: ticket"),
        ("currencies", "The stadium cost £48 million.", "48000000 [pound sterling]: stadium"),
        ("currencies", "The fine was €1.2 billion.", "1200000000 [euro]: fine"),
        ("currencies", "Tickets cost 450 rupees.", "450 [Indian rupee]: Tickets"),
        ("currencies", "A loaf costs 90 yen.", "90 [Japanese yen]: loaf"),
        ("currencies", "The flat sold for 2.3 million Swedish kronor.", "2300000 [Swedish krona]"),
        ("currencies", "The state owes 300 million rubles.", "300000000 [Russian ruble]: state"),
        ("currencies", "He stole $900.", "900 [US dollar]"),
        ("currencies", "Each family received 4,000 Swiss francs.", "4000 [Swiss franc]: family"),
        ("currencies", "The ransom was 3 million Mexican pesos.", "3000000 [Mexican peso]: ransom"),
        ("currencies", "The tender is worth Rs 500 crore.", "5000000000 [Indian rupee]: tender"),
        ("currencies", "The painting fetched ¥120 million.", "120000000 [Japanese yen]: painting"),
    ]);
}

#[test]
fn short_scales_and_below_zero() {
    check(&[
        ("40k", "The march drew 40k people.", "40000: people"),
        ("40k", "The job pays 65k euros.", "65000 [euro]: job"),
        ("40k", "Around 12k trees were felled.", "~12000: trees"),
        ("40k", "The clip has 250k views.", "250000: views"),
        ("40k", "The post got 12k likes.", "12000: likes"),
        ("40k", "They paid 300k dollars for it.", "300000 [US dollar]"),
        ("minus 260", "The probe cooled to minus 260 degrees.", "-260 [degree]: probe"),
        ("minus 260", "Temperatures fell to minus 31 Celsius.", "v-31 [celsius]: Temperatures"),
        ("minus 260", "Growth was minus 0.4 percent.", "-0.4 [percent]: Growth"),
        ("minus 260", "It was -18 degrees at dawn.", "-18 [degree]"),
        ("minus 260", "The freezer stays at minus 80 degrees.", "-80 [degree]: freezer"),
        ("minus 260", "The lake cooled to minus 5 degrees Celsius.", "-5 [celsius]: lake"),
        ("minus 260", "Inflation stood at -0.2 percent.", "-0.2 [percent]: Inflation"),
    ]);
}

#[test]
fn percent_and_percentage_points() {
    check(&[
        ("percent", "Unemployment was 7.9 percent.", "7.9 [percent]: Unemployment"),
        ("percent", "Some 12% of farms closed.", "~12 [percent]: farms"),
        ("percent", "Wages rose 3.1 per cent.", "^3.1 [percent]: Wages"),
        ("percent", "Turnout reached sixty-two percent.", "62 [percent]: Turnout"),
        ("percent", "The party won 34.5 percent of the vote.", "34.5 [percent]: vote"),
        ("percent", "Two percent of calls were answered.", "2 [percent]: calls"),
        ("percent", "A 25 percent tariff was imposed.", "25 [percent]: tariff"),
        ("percentage points", "Support fell 4 percentage points.", "v4 [percentage point]: Support"),
        ("percentage points", "The margin is two percentage points.", "2 [percentage point]: margin"),
        ("percentage points", "The bank cut rates by 50 basis points.", "v50 [basis point]: rates"),
        ("percentage points", "Approval dropped by six percentage points.", "v6 [percentage point]: Approval"),
        ("percentage points", "The gap widened to 11 points.", "11 [point]: gap"),
    ]);
}

#[test]
fn rates() {
    check(&[
        ("rates", "Copper sells at $4 a pound.", "4 [US dollar per pound-mass]: Copper"),
        ("rates", "Diesel costs 1.70 euros per litre.", "1.7 [euro per litre]: Diesel"),
        ("rates", "Crude fell to $52 a barrel.", "v52 [US dollar per barrel]: Crude"),
        ("rates", "Nurses earn $31 an hour.", "31 [US dollar per hour]: Nurses"),
        ("rates", "Wheat reached $240 a tonne.", "240 [US dollar per metric ton]: Wheat"),
        ("rates", "The river drops two metres a year.", "v2 [metre per year]: river"),
        ("rates", "Gold rose to $2,040 an ounce.", "^2040 [US dollar per ounce]: Gold"),
        ("rates", "Rent is 12 euros per square metre.", "12 [euro per square metre]: Rent"),
        ("rates", "He earns $90,000 a year.", "90000 [US dollar per year]"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("ranges", "Rents will climb 5 to 7 per cent.", "^5..7 [percent]: Rents"),
        ("ranges", "Between 200 and 250 seals were counted.", "200..250: seals"),
        ("ranges", "The repair takes 20-30 days.", "20..30 [day]: repair"),
        ("ranges", "Officials expect 3,000 to 4,000 visitors.", "3000..4000: visitors"),
        ("ranges", "A seat costs from $40 to $60.", "40..60 [US dollar]: seat"),
        ("ranges", "Two or three crates broke.", "2..3: crates"),
        ("ranges", "Losses of $2 million to $3 million are likely.", "2000000..3000000 [US dollar]: Losses"),
        ("ranges", "The dam holds between 1.1 and 1.4 billion litres.", "1100000000..1400000000 [litre]: dam"),
        ("ranges", "The bank expects growth of 2 to 3 percent.", "2..3 [percent]: growth"),
        ("ranges", "Between six and eight ships are due.", "6..8: ships"),
        ("ranges", "Prices range from $3 to $9.", "3..9 [US dollar]: Prices"),
        ("ranges", "Some 30 to 40 gunmen attacked.", "30..40: gunmen"),
        ("ranges", "It lasted anywhere from two to four hours.", "2..4 [hour]"),
    ]);
}

#[test]
fn bounds_and_approximators() {
    check(&[
        ("bounds", "At least 14 sailors drowned.", ">=14: sailors"),
        ("bounds", "Fewer than 90 beds are free.", "<90: beds"),
        ("bounds", "More than 1,500 trucks waited.", ">1500: trucks"),
        ("bounds", "Up to 70 houses flooded.", "<=70: houses"),
        ("bounds", "No fewer than 22 boats sank.", ">=22: boats"),
        ("bounds", "The tunnel is over 9 km long.", ">9 [kilometre]: tunnel"),
        ("bounds", "As many as 35 miners are trapped.", "<=35: miners"),
        ("bounds", "Under 40 people came.", "<40: people"),
        ("bounds", "Not more than 8 guests are allowed.", "<=8: guests"),
        ("bounds", "At most 20 people may enter.", "<=20: people"),
        ("bounds", "The blast killed at least 31 people.", ">=31: people"),
        ("bounds", "It took less than three minutes.", "<3 [minute]"),
        ("bounds", "The debt exceeds $9 billion.", ">9000000000 [US dollar]: debt"),
        ("bounds", "The hall seats no more than 250 guests.", "<=250: guests"),
        ("bounds", "Upwards of 5,000 fans came.", ">5000: fans"),
        ("bounds", "It is worth a minimum of $4 million.", ">=4000000 [US dollar]"),
        ("approximators", "About 320 boats left.", "~320: boats"),
        ("approximators", "Roughly 45 acres burned.", "~45 [acre]"),
        ("approximators", "Some 900 tourists were stranded.", "~900: tourists"),
        ("approximators", "Almost 60 firms folded.", "~60: firms"),
        ("approximators", "An estimated 7,000 birds died.", "~7000: birds"),
        ("approximators", "Around $3 million was stolen.", "~3000000 [US dollar]"),
        ("approximators", "The queue was 400 metres or so.", "~400 [metre]: queue"),
        ("approximators", "Approximately 85 whales were stranded.", "~85: whales"),
        ("approximators", "Close to 200 lawyers signed.", "~200: lawyers"),
        ("approximators", "Nearly 3,000 flights were cancelled.", "~3000: flights"),
        ("approximators", "The trip takes 40 minutes or so.", "~40 [minute]: trip"),
    ]);
}

#[test]
fn trends() {
    check(&[
        ("trends", "The index lost 190 points.", "v190 [point]: index"),
        ("trends", "Exports climbed 8 percent.", "^8 [percent]: Exports"),
        ("trends", "Sales dropped by 12 percent.", "v12 [percent]: Sales"),
        ("trends", "Shares gained 2.3 percent.", "^2.3 [percent]: Shares"),
        ("trends", "The lira slid 4 percent.", "v4 [percent]: lira"),
        ("trends", "Attendance was up 15 percent.", "^15 [percent]: Attendance"),
        ("trends", "Output shrank 0.6 percent.", "v0.6 [percent]: Output"),
        ("trends", "The firm cut 300 jobs.", "300: jobs"),
        ("trends", "The Nikkei lost 312 points.", "v312 [point]: Nikkei"),
        ("trends", "Rainfall fell by a third.", "v0.3333333333333333: Rainfall"),
        ("trends", "Profit jumped 22 percent to $4 billion.", "^22 [percent]: Profit, 4000000000 [US dollar]: Profit"),
        ("trends", "Net income more than doubled to $80 million.", "80000000 [US dollar]: income"),
    ]);
}

#[test]
fn hyphens_and_conversions() {
    check(&[
        ("hyphenated", "He filed a 10-page complaint.", "10: page"),
        ("hyphenated", "It was a 40-minute speech.", "40 [minute]: speech"),
        ("hyphenated", "They walked a 12-mile path.", "12 [mile]: path"),
        ("hyphenated", "A 300-seat theatre opened.", "300: seat"),
        ("hyphenated", "The three-day festival began.", "3 [day]: festival"),
        ("hyphenated", "They signed a 25-year lease.", "25 [year]: lease"),
        ("hyphenated", "A 14-member panel met.", "14: member"),
        ("hyphenated", "The 200-metre race was won by a girl.", "200 [metre]: race"),
        ("hyphenated", "A five-storey block collapsed.", "5: storey"),
        ("conversion", "The wall is 12 miles (19 km) long.", "12 [mile]: wall, 19 [kilometre]: wall"),
        ("conversion", "The order was worth 5 million euros ($5.4 million).", "5000000 [euro]: order, 5400000 [US dollar]: order"),
        ("conversion", "It weighs 90 kg (198 pounds).", "90 [kilogram], 198 [pound-mass]"),
        ("conversion", "It reached 38 degrees Celsius (100 Fahrenheit).", "38 [celsius], 100 [fahrenheit]"),
        ("conversion", "He was fined 400,000 roubles ($5,200).", "400000 [Russian ruble], 5200 [US dollar]"),
    ]);
}

#[test]
fn ages() {
    check(&[
        ("ages", "Nadia Frost, 52, was elected.", "52 [year of age]: Nadia Frost"),
        ("ages", "A 7-year-old girl was hurt.", "7 [year of age]: girl"),
        ("ages", "He died aged 91.", "91 [year of age]"),
        ("ages", "The victim, a 34-year-old baker, survived.", "34 [year of age]: baker"),
        ("ages", "She was 17 years old.", "17 [year of age]"),
        ("ages", "He married at the age of 23.", "23 [year of age]"),
        ("ages", "Omar Said, 29, drove the truck.", "29 [year of age]: Omar Said"),
        ("ages", "The suspect is 41 years old.", "41 [year of age]: suspect"),
        ("ages", "A woman in her 60s was hurt.", ""),
        ("ages", "Lucy Hale, who is 19, swam the channel.", "19 [year of age]: Lucy Hale"),
    ]);
}

#[test]
fn counted_nouns() {
    check(&[
        ("noun", "The army lost 40 armoured vehicles.", "40: vehicles"),
        ("noun", "There are 15 empty fishing boats.", "15: fishing boats"),
        ("noun", "The court heard 22 witnesses.", "22: witnesses"),
        ("noun", "Of the 80 passengers, 12 were hurt.", "80: passengers, 12"),
        ("noun", "Some 40 Turkish armoured vehicles crossed.", "~40: vehicles"),
        ("noun", "Seven of the hostages died.", "7: hostages"),
        ("noun", "The list has 3,000 names.", "3000: names"),
    ]);
}

#[test]
fn years_days_and_clock_times_are_none() {
    check(&[
        ("years", "The mill closed in 1987.", ""),
        ("years", "The 2020 census was late.", ""),
        ("years", "The treaty of 1648 ended it.", ""),
        ("years", "By 2035 the port will be full.", ""),
        ("years", "It ran from 1914 to 1918.", ""),
        ("years", "Since 1998 the mine has been shut.", ""),
        ("years", "The 1995 law was repealed.", ""),
        ("years", "The class of 2010 returned.", ""),
        ("years", "The earthquake of 1755 destroyed the port.", ""),
        ("years", "Elections are due in 2027.", ""),
        ("days", "The vote is on March 7.", ""),
        ("days", "They met on the 14th of June.", ""),
        ("days", "The fair opens 3 May.", ""),
        ("days", "Jan. 9 was cold.", ""),
        ("days", "Talks resume on 12 April.", ""),
        ("days", "On September 3, 2019, it sank.", ""),
        ("days", "From June 4 to June 9 the road is shut.", ""),
        ("days", "The deadline is the 30th.", ""),
        ("clock", "The train left at 7:45.", ""),
        ("clock", "It begins at 9 a.m. on Monday.", ""),
        ("clock", "Doors close at 11 pm.", ""),
        ("clock", "The blast came at 1630 GMT.", ""),
        ("clock", "The curfew starts at 21:00.", ""),
        ("clock", "At 5 p.m. sirens wailed.", ""),
        ("clock", "The bus left at half past six.", ""),
    ]);
}

#[test]
fn scores_and_ordinals_are_none() {
    check(&[
        ("factors", "The clerk noted 2*3*4 tiles.", ""),
        ("a mark of a note", "The clerk noted 14 tiles* and **3** bricks.", "14: tiles, 3: bricks"),
        ("a name of a file", "The clerk deleted plan_2024_03_01 and 2024_03_02_plan.", ""),
        ("scores", "United won 3-1 on Sunday.", ""),
        ("scores", "She lost 6-4, 7-5.", ""),
        ("scores", "The council voted 9-2 for it.", ""),
        ("scores", "They drew 2-2 at home.", ""),
        ("scores", "Rovers beat City 4-0.", ""),
        ("scores", "Harlow beat Epping 5-2.", ""),
        ("scores", "The Senate voted 52-48.", ""),
        ("scores", "Leading 21-14, the team slowed down.", ""),
        ("scores", "Judges ruled 7-2 against him.", ""),
        ("ordinals", "He finished 3rd.", ""),
        ("ordinals", "It was her 25th birthday.", ""),
        ("ordinals", "The second bridge is older.", ""),
        ("ordinals", "The third man fled.", ""),
        ("ordinals", "The 19th century was cruel.", ""),
        ("ordinals", "She won her 4th title.", ""),
        ("ordinals", "Its twenty-first congress opened.", ""),
    ]);
}

#[test]
fn names_labels_and_telephones_are_none() {
    check(&[
        ("models", "He drove a Boeing 737.", ""),
        ("models", "The Airbus A320 landed.", ""),
        ("models", "She bought an iPhone 14.", ""),
        ("models", "A Kalashnikov AK-47 was found.", ""),
        ("models", "The Leopard 2 broke down.", ""),
        ("models", "A MiG-29 crashed near the border.", ""),
        ("models", "The Tesla Model 3 sold well.", ""),
        ("models", "Windows 10 was attacked.", ""),
        ("models", "Three F-35 jets landed.", "3: jets"),
        ("numbers in names", "The S&P 500 slipped.", ""),
        ("numbers in names", "Route 66 was closed.", ""),
        ("numbers in names", "Apollo 11 landed.", ""),
        ("numbers in names", "The Group of Seven met.", ""),
        ("numbers in names", "Channel 4 aired it.", ""),
        ("numbers in names", "The Big Four banks met.", ""),
        ("numbers in names", "The Dow Jones 30 rose.", ""),
        ("numbers in names", "The Beatles sang of Highway 61.", ""),
        ("numbers in names", "The G7 leaders met.", ""),
        ("numbers in names", "Area 51 is closed.", ""),
        ("numbers in names", "The Group of 20 will meet.", ""),
        ("numbers in names", "The Famous Five returned.", ""),
        ("sections, phones", "Article 5 was invoked.", ""),
        ("sections, phones", "Section 230 protects them.", ""),
        ("sections, phones", "Call 0800 555 0199 for help.", ""),
        ("sections, phones", "Dial 555-2368 now.", ""),
        ("sections, phones", "Chapter 11 was filed.", ""),
        ("sections, phones", "Resolution 2202 was adopted.", ""),
        ("sections, phones", "Under Section 12 of the act he is free.", ""),
        ("sections, phones", "Article 370 was revoked.", ""),
        ("sections, phones", "Her number is (212) 555-0187.", ""),
        ("sections, phones", "Paragraph 4 was deleted.", ""),
        ("sections, phones", "Flight 714 vanished.", ""),
    ]);
}

#[test]
fn one_that_stands_for_somebody_is_none() {
    check(&[
        ("one as pronoun", "One of the officials resigned.", ""),
        ("one as pronoun", "One of them was hurt.", ""),
        ("one as pronoun", "This one is cheaper.", ""),
        ("one as pronoun", "No one was hurt.", ""),
        ("one as pronoun", "One must be careful.", ""),
        ("one as pronoun", "Only one of the boats returned.", "1: boats"),
        ("one as pronoun", "One boat sank.", "1: boat"),
        ("one as pronoun", "One person was hurt.", "1: person"),
        ("one as pronoun", "One of my neighbours saw it.", ""),
        ("one as pronoun", "Police arrested one of the robbers.", ""),
        ("one as pronoun", "He gave it to one of his aides.", ""),
        ("one as pronoun", "The new one is bigger.", ""),
        ("one as pronoun", "Everyone wants one.", ""),
        ("one as pronoun", "One officer died.", "1: officer"),
        ("one as pronoun", "Just one of the engines failed.", "1: engines"),
        ("one as pronoun", "At least one of the men is armed.", ">=1: men"),
        ("one as pronoun", "The one who left was late.", ""),
        ("one as pronoun", "One after another they left.", ""),
    ]);
}
