<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Analyse</name>
    <message>
        <source>Analyse heat</source>
        <translation>Wärme analysieren</translation>
    </message>
    <message>
        <source>Completes the building stock, computes the heat demand of each building, forms blocks and street sections, sums heat density and heat line density, and judges the suitability of blocks. A step whose data are missing is left out and named with what it lacks, while the others go on. Each result is a layer of the workspace with its source, date and assumptions. With a project, its maps and layouts are made too; the project that is open can then be opened again by the button in the message bar.</source>
        <translation>Ergänzt den Gebäudebestand, berechnet den Wärmebedarf jedes Gebäudes, bildet Baublöcke und Straßenabschnitte, summiert Wärmedichte und Wärmeliniendichte und beurteilt die Eignung der Baublöcke. Ein Schritt, dem Daten fehlen, wird ausgelassen und mit dem Fehlenden genannt; die anderen laufen weiter. Jedes Ergebnis ist eine Ebene des Arbeitsbereichs mit Quelle, Stand und Annahmen. Mit einem Projekt entstehen auch seine Karten und Layouts; das geöffnete lässt sich danach über den Knopf in der Nachrichtenleiste neu öffnen.</translation>
    </message>
    <message>
        <source>Runs the steps from the building stock to the suitability of blocks in order.</source>
        <translation>Führt die Schritte vom Gebäudebestand bis zur Eignung der Baublöcke der Reihe nach aus.</translation>
    </message>
</context>
<context>
    <name>AssembleProject</name>
    <message>
        <source>Assemble project</source>
        <translation>Projekt zusammenstellen</translation>
    </message>
    <message>
        <source>Every layer of the workspace in its preset style, ordered by topic, with legend, map tip, form, source and licence; the map themes 'Energieanlagen', 'Gebäudebestand' and 'Wärmeplanung'; layouts in A3 and A4. The project refers to the workspace by a relative path.</source>
        <translation>Jede Ebene des Arbeitsbereichs in ihrer vorbereiteten Darstellung, nach Themen geordnet, mit Legende, Kartentipp, Formular, Quelle und Lizenz; die Kartenthemen „Energieanlagen“, „Gebäudebestand“ und „Wärmeplanung“; Layouts in A3 und A4. Das Projekt verweist mit einem relativen Pfad auf den Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Makes a QGIS project of a workspace: groups, styles, map themes, layouts.</source>
        <translation>Macht aus einem Arbeitsbereich ein QGIS-Projekt: Gruppen, Darstellungen, Kartenthemen, Layouts.</translation>
    </message>
</context>
<context>
    <name>BuildingBlocks</name>
    <message>
        <source>Form blocks</source>
        <translation>Baublöcke bilden</translation>
    </message>
    <message>
        <source>Form blocks although there are given ones</source>
        <translation>Baublöcke bilden, obwohl es vorgegebene gibt</translation>
    </message>
    <message>
        <source>Forms blocks (Baublöcke) from streets, rail and water, or takes given ones, and says which building is in which.</source>
        <translation>Bildet Baublöcke aus Straßen, Bahn und Wasser oder übernimmt vorgegebene und sagt, welches Gebäude in welchem steht.</translation>
    </message>
    <message>
        <source>On, blocks are formed from streets even where the workspace holds given blocks.</source>
        <translation>Eingeschaltet werden Baublöcke aus Straßen gebildet, auch wenn der Arbeitsbereich vorgegebene enthält.</translation>
    </message>
    <message>
        <source>Writes the layer 'blocks' and the table 'building_blocks'. Where the workspace holds given blocks (kind given_blocks), they count. Else streets, rail and rivers enclose faces, without footpaths, drives and steps; each is cut to the land within 50 m of its heated buildings, or to their parcels where these are loaded, without water and open land of the land use, so that its net area is that of the settlement. Fewer than five heated buildings together are outside settlements (Außenbereich). Blocks above 12 ha are cut in their widest gaps. Every building is in one block or outside, none twice.</source>
        <translation>Schreibt die Ebene 'blocks' (Baublöcke) und die Tabelle 'building_blocks'. Enthält der Arbeitsbereich vorgegebene Baublöcke (Art given_blocks), gelten diese. Sonst umschließen Straßen, Bahn und Flüsse Flächen, ohne Fußwege, Zufahrten und Treppen; jede wird auf das Land im Umkreis von 50 m um ihre beheizten Gebäude zugeschnitten, oder auf deren Flurstücke, wo solche geladen sind, ohne Gewässer und offenes Land der Flächennutzung, damit ihre Nettofläche die der Siedlung ist. Weniger als fünf beheizte Gebäude beieinander liegen im Außenbereich. Blöcke über 12 ha werden in ihren größten Lücken geteilt. Jedes Gebäude liegt in einem Block oder außerhalb, keines zweimal.</translation>
    </message>
</context>
<context>
    <name>BuildingStock</name>
    <message>
        <source>Complete the building stock</source>
        <translation>Gebäudebestand ergänzen</translation>
    </message>
    <message>
        <source>Fills what the building data do not say – use, storeys, age, floor area – and marks where each value comes from.</source>
        <translation>Ergänzt, was die Gebäudedaten nicht sagen – Nutzung, Geschosse, Baualter, Energiebezugsfläche – und kennzeichnet, woher jeder Wert kommt.</translation>
    </message>
    <message>
        <source>Writes the layer 'building_stock': the loaded buildings with use, heated or not, storeys, floor area and residential type for each of them, and beside each value its source: as delivered, from the address, the land use, the census cell, neighbouring buildings, shape and height, or a default. Nothing delivered is changed. The age of a building whose year is unknown is not invented: the shares of the age classes in its census cell stand in the table 'building_mixture', as do those of the energy carriers. Addresses, census grid and land use are taken from the workspace, as far as they are there; the log says how much came from where, and how far storeys are off on buildings whose storeys are known.</source>
        <translation>Schreibt die Ebene 'building_stock' (Gebäudebestand): die geladenen Gebäude mit Nutzung, beheizt oder nicht, Geschossen, Energiebezugsfläche und Wohngebäudetyp, und neben jedem Wert seine Herkunft: wie geliefert, aus der Adresse, der Flächennutzung, der Zensuszelle, von Nachbargebäuden, aus Form und Höhe oder ein Standardwert. Geliefertes bleibt unverändert. Ein unbekanntes Baujahr wird nicht erfunden: Die Anteile der Baualtersklassen in der Zensuszelle stehen in der Tabelle 'building_mixture', ebenso die der Energieträger. Adressen, Zensus und Flächennutzung werden aus dem Arbeitsbereich genommen, soweit sie da sind; das Protokoll sagt, wie viel woher kam und wie weit die Geschosse bei Gebäuden mit bekannter Geschosszahl danebenliegen.</translation>
    </message>
</context>
<context>
    <name>CheckServices</name>
    <message>
        <source>Asks each service for its capabilities and one object; of files only the first bytes. The table says which work, which answer otherwise than expected (fields that are missing), which refuse, which cannot be reached, and what each says of its licence. Nothing is loaded and no workspace is changed. A service that does not work is no error: the table names the page with a file that serves instead. Addresses stand in resources/presets and may be changed there.</source>
        <translation>Fragt jeden Dienst nach seinen Fähigkeiten und einem Objekt, bei Dateien nur nach den ersten Bytes. Die Tabelle sagt, welche arbeiten, welche anders antworten als erwartet (Felder, die fehlen), welche den Zugang verweigern, welche nicht erreichbar sind, und was jeder zu seiner Lizenz sagt. Nichts wird geladen, kein Arbeitsbereich wird geändert. Ein Dienst, der nicht arbeitet, ist kein Fehler: Die Tabelle nennt die Seite mit einer Datei, die ihn ersetzt. Die Adressen stehen in resources/presets und lassen sich dort ändern.</translation>
    </message>
    <message>
        <source>Check services</source>
        <translation>Dienste prüfen</translation>
    </message>
    <message>
        <source>File to write the table to; empty: it stands in the log only.</source>
        <translation>Datei für die Tabelle; leer: Sie steht nur im Protokoll.</translation>
    </message>
    <message>
        <source>Ids of services, with semicolons between; the word register for the register of plants. Empty for all of the municipality, or all, and the register.</source>
        <translation>Kennungen von Diensten, mit Semikolon getrennt; das Wort register für das Anlagenregister. Leer: alle der Gemeinde oder alle, dazu das Register.</translation>
    </message>
    <message>
        <source>Looks at the services that EnAct knows and says which of them work today.</source>
        <translation>Sieht nach, welche der Dienste, die EnAct kennt, heute arbeiten.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>ChoiceWrapper</name>
    <message>
        <source>(please choose)</source>
        <translation>(bitte wählen)</translation>
    </message>
</context>
<context>
    <name>DataRequest</name>
    <message>
        <source>Chimney sweep</source>
        <translation>Schornsteinfeger</translation>
    </message>
    <message>
        <source>Company: process heat and waste heat</source>
        <translation>Unternehmen: Prozesswärme und Abwärme</translation>
    </message>
    <message>
        <source>File to write; one of that name is replaced.</source>
        <translation>Zu schreibende Datei; eine gleichen Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>In scripts: gas, heat, chimney_sweep, company, sewage.</source>
        <translation>In Skripten: gas, heat, chimney_sweep, company, sewage.</translation>
    </message>
    <message>
        <source>Operator of a heat network</source>
        <translation>Betreiber eines Wärmenetzes</translation>
    </message>
    <message>
        <source>Operator of sewers</source>
        <translation>Betreiber der Kanalisation</translation>
    </message>
    <message>
        <source>Operator of the gas network</source>
        <translation>Betreiber des Gasnetzes</translation>
    </message>
    <message>
        <source>Reply of the supplier (to check)</source>
        <translation>Antwort des Versorgers (zur Prüfung)</translation>
    </message>
    <message>
        <source>Request data of suppliers</source>
        <translation>Daten bei Versorgern anfragen</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Versorger</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The filled table, of gas, heat or chimney sweeps; empty to write the request.</source>
        <translation>Die ausgefüllte Tabelle, von Gas, Wärme oder Schornsteinfegern; leer lassen, um die Anfrage zu schreiben.</translation>
    </message>
    <message>
        <source>Writes a spreadsheet for a gas or heat supplier, chimney sweep, company or sewage operator with the fields that WPG, annex 1, allows to collect, and notes on each of them. For gas, heat and chimney sweeps the addresses are already in it: multi-family and non-residential buildings one by one, single-family houses in the smallest lawful groups along their street; streets with too few houses are not asked for and are listed. The filled table is read by 'Load metered consumption' (enact:loadconsumption) or 'Load heaters' (enact:loadheaters) without further mapping. Given a reply, the same table is written with a sheet of what is missing, empty, changed or was not asked.</source>
        <translation>Schreibt eine Tabelle für Gas- oder Wärmenetzbetreiber, Schornsteinfeger, Unternehmen oder Betreiber der Kanalisation mit den Feldern, die das WPG in Anlage 1 zu erheben erlaubt, und Hinweisen zu jedem. Bei Gas, Wärme und Schornsteinfegern stehen die Adressen schon darin: Mehrfamilienhäuser und Nichtwohngebäude einzeln, Einfamilienhäuser in den kleinsten zulässigen Gruppen entlang ihrer Straße; Straßen mit zu wenigen Häusern werden nicht angefragt und sind aufgeführt. Die ausgefüllte Tabelle lesen „Gemessene Verbräuche laden“ (enact:loadconsumption) und „Feuerstätten laden“ (enact:loadheaters) ohne weitere Zuordnung. Mit einer Antwort wird dieselbe Tabelle geschrieben, dazu ein Blatt mit dem, was fehlt, leer oder geändert ist oder nicht angefragt war.</translation>
    </message>
    <message>
        <source>Writes the table to send to a supplier, and checks what comes back.</source>
        <translation>Schreibt die Tabelle für einen Versorger und prüft, was zurückkommt.</translation>
    </message>
</context>
<context>
    <name>DemoData</name>
    <message>
        <source>5,000 buildings are a town of about 15,000 inhabitants.</source>
        <translation>5.000 Gebäude sind eine Stadt mit etwa 15.000 Einwohnern.</translation>
    </message>
    <message>
        <source>Another number gives another town.</source>
        <translation>Eine andere Zahl ergibt eine andere Stadt.</translation>
    </message>
    <message>
        <source>Demo municipality (Musterstadt)</source>
        <translation>Demo-Gemeinde (Musterstadt)</translation>
    </message>
    <message>
        <source>Files of the same name in it are replaced.</source>
        <translation>Gleichnamige Dateien darin werden ersetzt.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Generates 'Musterstadt' (AGS 99999999): streets, buildings with addresses, districts, census grid, heat network, heat-plan areas and register units, as files in the forms in which a real town gets them. Everything in it is invented, and labelled so. The same size and seed give the same town.</source>
        <translation>Erzeugt „Musterstadt“ (AGS 99999999): Straßen, Gebäude mit Adressen, Ortsteile, Zensusgitter, Wärmenetz, Gebiete des Wärmeplans und Einheiten des Registers, als Dateien in den Formen, in denen eine wirkliche Stadt sie bekommt. Alles darin ist erfunden und so gekennzeichnet. Gleiche Größe und gleicher Startwert ergeben dieselbe Stadt.</translation>
    </message>
    <message>
        <source>Number of buildings</source>
        <translation>Anzahl der Gebäude</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Writes the files of a fictitious municipality of any size, for trying and training.</source>
        <translation>Schreibt die Dateien einer fiktiven Gemeinde beliebiger Größe, zum Ausprobieren und für Schulungen.</translation>
    </message>
</context>
<context>
    <name>DemoMunicipality</name>
    <message>
        <source>Details …</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <source>EnAct – demo municipality</source>
        <translation>EnAct – Demo-Gemeinde</translation>
    </message>
    <message>
        <source>EnAct: writing the demo municipality</source>
        <translation>EnAct: Demo-Gemeinde wird geschrieben</translation>
    </message>
    <message>
        <source>Folder for the files of the demo municipality</source>
        <translation>Ordner für die Dateien der Demo-Gemeinde</translation>
    </message>
    <message>
        <source>The demo municipality could not be written.</source>
        <translation>Die Demo-Gemeinde konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The fictitious Musterstadt is being written; the dialog opens when it is ready.</source>
        <translation>Die fiktive Musterstadt wird geschrieben; der Dialog öffnet sich, sobald sie fertig ist.</translation>
    </message>
</context>
<context>
    <name>EnactAlgorithm</name>
    <message>
        <source>Building stock and heat</source>
        <translation>Gebäudebestand und Wärme</translation>
    </message>
    <message>
        <source>Heat networks</source>
        <translation>Wärmenetze</translation>
    </message>
    <message>
        <source>Load data</source>
        <translation>Daten laden</translation>
    </message>
    <message>
        <source>Register of plants</source>
        <translation>Anlagenregister</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Darstellen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>EnactMessages</name>
    <message>
        <source> The server says: &quot;{words}&quot;.</source>
        <translation> Der Server sagt: „{words}“.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; stays empty: the files lack &quot;{columns}&quot;.</source>
        <translation>„{column}“ bleibt leer: In den Dateien fehlt „{columns}“.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; was delivered more than once; the figures in {file} were passed over.</source>
        <translation>„{column}“ wurde mehrfach geliefert; die Zahlen in {file} wurden dafür übergangen.</translation>
    </message>
    <message>
        <source>&quot;{kind}&quot; is no kind that can be given under further layers (HEATPLAN). Possible are: {kinds}. Buildings, plants and census have parameters of their own (BUILDINGS, PLANTS, CENSUS).</source>
        <translation>„{kind}“ ist keine Art, die unter den weiteren Layern (HEATPLAN) stehen kann. Möglich sind: {kinds}. Gebäude, Anlagen und Zensus haben eigene Parameter (BUILDINGS, PLANTS, CENSUS).</translation>
    </message>
    <message>
        <source>&quot;{matched}&quot; is a known name of this field.</source>
        <translation>„{matched}“ ist ein bekannter Name dieses Feldes.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not understood. Write kind=file, several with a semicolon between, for instance supply_areas=gebiete.gpkg;heat_networks=netz.shp. Where a path holds a semicolon itself, write it as JSON: [{{&quot;kind&quot;: &quot;supply_areas&quot;, &quot;input&quot;: &quot;gebiete.gpkg&quot;}}].</source>
        <translation>„{text}“ ist nicht verständlich. Bitte Art=Datei angeben, mehrere mit Semikolon getrennt, zum Beispiel supply_areas=gebiete.gpkg;heat_networks=netz.shp. Enthält ein Pfad selbst ein Semikolon, die Angabe als JSON schreiben: [{{&quot;kind&quot;: &quot;supply_areas&quot;, &quot;input&quot;: &quot;gebiete.gpkg&quot;}}].</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is a regional key (ARS); the municipality key in it is {ags}.</source>
        <translation>„{value}“ ist ein Regionalschlüssel (ARS); der Gemeindeschlüssel darin ist {ags}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a municipality key. An AGS has eight digits, for instance 14713000 for Leipzig; pick the municipality from the list or enter its eight digits.</source>
        <translation>„{value}“ ist kein Gemeindeschlüssel. Ein AGS hat acht Ziffern, zum Beispiel 14713000 für Leipzig; bitte die Gemeinde aus der Liste wählen oder alle acht Ziffern eingeben.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is the key of a district ({district}), not of a municipality. Pick one municipality of it from the list or enter its eight-digit AGS.</source>
        <translation>„{value}“ ist der Schlüssel eines Kreises ({district}), nicht einer Gemeinde. Bitte eine Gemeinde daraus aus der Liste wählen oder ihren achtstelligen AGS eingeben.</translation>
    </message>
    <message>
        <source>A building belongs to the street of its address (up to 200 m), else to the nearest section that a straight way reaches (up to 150 m).</source>
        <translation>Ein Gebäude gehört zur Straße seiner Adresse (bis 200 m), sonst zum nächsten Abschnitt, den ein gerader Weg erreicht (bis 150 m).</translation>
    </message>
    <message>
        <source>A building on the border of grid cells counts in each with the share of its outline.</source>
        <translation>Ein Gebäude auf der Grenze von Rasterzellen zählt in jeder mit dem Anteil seines Umrings.</translation>
    </message>
    <message>
        <source>A calorific value of {calorific_kwh_m3} kWh/m³ is implausible for any gas; it may have been entered in MJ/m³.</source>
        <translation>Ein Brennwert von {calorific_kwh_m3} kWh/m³ ist für kein Gas plausibel; vielleicht wurde er in MJ/m³ eingetragen.</translation>
    </message>
    <message>
        <source>A file cannot hold all units of the municipality (WHOLE) and be an excerpt (EXCERPT). Untick one of both.</source>
        <translation>Eine Datei kann nicht alle Einheiten der Gemeinde enthalten (WHOLE) und zugleich ein Auszug sein (EXCERPT). Bitte eines von beiden ausschalten.</translation>
    </message>
    <message>
        <source>A first design: bends, fittings, heights and pressure zones are not looked at; several customers at one node count with their mean.</source>
        <translation>Eine erste Auslegung: Bögen, Armaturen, Höhen und Druckzonen sind nicht betrachtet; mehrere Abnehmer an einem Knoten zählen mit ihrem Mittel.</translation>
    </message>
    <message>
        <source>A heat source is {distance_m} m away from the nearest street, route or pipe; at most {most_m} m are possible. Please check its place, or draw the route to it (parameter ROUTES).</source>
        <translation>Eine Wärmequelle liegt {distance_m} m von der nächsten Straße, Trasse oder Leitung entfernt; höchstens {most_m} m sind möglich. Bitte prüfen Sie ihre Lage oder zeichnen Sie die Trasse zu ihr (Parameter ROUTES).</translation>
    </message>
    <message>
        <source>A known service (SERVICE) and the address of another (ADDRESS) are given at once. Give one of them.</source>
        <translation>Ein bekannter Dienst (SERVICE) und die Adresse eines anderen (ADDRESS) sind zugleich angegeben. Bitte nur eines davon angeben.</translation>
    </message>
    <message>
        <source>A layer of a service is named (LAYER), but no address (ADDRESS). Give the address of the service.</source>
        <translation>Ein Layer eines Dienstes ist benannt (LAYER), aber keine Adresse (ADDRESS). Bitte die Adresse des Dienstes angeben.</translation>
    </message>
    <message>
        <source>A layer or file and a service are given at once. Give one of them: leave the layer or file empty to ask the service.</source>
        <translation>Ein Layer oder eine Datei und ein Dienst sind zugleich angegeben. Bitte nur eines davon angeben: Soll der Dienst gefragt werden, das Feld für Layer oder Datei leer lassen.</translation>
    </message>
    <message>
        <source>A proposal for first studies: routes follow the middle lines of streets; pipes, property and other cables in the street are not looked at.</source>
        <translation>Ein Vorschlag für erste Untersuchungen: Trassen folgen den Straßenmitten; Leitungen, Eigentum und andere Kabel in der Straße sind nicht betrachtet.</translation>
    </message>
    <message>
        <source>A row of the file {member} in {path} is longer than {limit_mib} MiB: its end is missing. Load the export from the register again.</source>
        <translation>Eine Zeile der Datei {member} in {path} ist länger als {limit_mib} MiB: Ihr Ende fehlt. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>A section runs from junction to junction, or to where the street's name changes.</source>
        <translation>Ein Abschnitt reicht von Kreuzung zu Kreuzung oder bis zum Wechsel des Straßennamens.</translation>
    </message>
    <message>
        <source>A state of {date} is in the history already; this file has the same newest entry and lacks {count} {count:unit|units} of it. When it was made, nothing tells: that state is kept. Give the day of the download as “State of the data” (STATE_DATE).</source>
        <translation>Ein Stand vom {date} ist schon im Verlauf; diese Datei hat denselben neuesten Eintrag. Nicht in ihr: {count} {count:Einheit|Einheiten} dieses Stands. Von wann sie ist, lässt sich nicht erkennen; der Stand bleibt, wie er ist. Bitte den Tag des Herunterladens als „Stand der Daten“ (STATE_DATE) angeben.</translation>
    </message>
    <message>
        <source>A state of {date} was there already and said something else: in the history this one has taken its place.</source>
        <translation>Ein Stand vom {date} war schon da und sagte etwas anderes: Im Verlauf ist dieser an seine Stelle getreten.</translation>
    </message>
    <message>
        <source>A subsidy of {eur} EUR a year was deducted, but building networks, and networks with less than {least} % renewable heat and waste heat, can hardly expect it. Please set its shares to 0 in your own figures and compare.</source>
        <translation>Abgezogen ist eine Förderung von {eur} EUR im Jahr; Gebäudenetze und Netze mit weniger als {least} % erneuerbarer Wärme und Abwärme können sie kaum erwarten. Bitte die Förderanteile in den eigenen Zahlen auf 0 setzen und vergleichen.</translation>
    </message>
    <message>
        <source>A value to be corrected is entered ({columns}: {value}), but what to do is not “correct”. Choose “correct”, or clear field and value. Nothing was kept.</source>
        <translation>Es ist ein Wert zum Berichtigen eingetragen ({columns}: {value}), aber unter „Was tun“ steht etwas anderes. Bitte „Einen Wert berichtigen“ wählen oder Feld und Wert leeren. Es wurde nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Adding layer {layer}</source>
        <translation>Ebene {layer} wird ins Projekt aufgenommen</translation>
    </message>
    <message>
        <source>Adding map themes and layouts</source>
        <translation>Kartenthemen und Layouts werden angelegt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Age unknown: {count} of {total} {total:building|buildings}.</source>
        <translation>Baualter unbekannt: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Air-source heat pumps: heated buildings {buildings}, of them without a place that is quiet enough {none}, for a small unit only {small}.</source>
        <translation>Luftwärmepumpen: beheizte Gebäude {buildings}, davon ohne Stelle, die leise genug ist, {none}, nur für ein kleines Gerät {small}.</translation>
    </message>
    <message>
        <source>All criteria of {kind} have the weight 0. Please set at least one above 0.</source>
        <translation>Für {kind} haben alle Kriterien das Gewicht 0. Bitte mindestens eines größer als 0 setzen.</translation>
    </message>
    <message>
        <source>All industry ({mwh} MWh) is entered as outside emission trading. Subtract plants in emission trading.</source>
        <translation>Die Industrie ({mwh} MWh) steht ganz außerhalb des Emissionshandels. Anlagen im Emissionshandel abziehen.</translation>
    </message>
    <message>
        <source>All or many of the units that other states have are missing in this one ({values}). It is taken for an excerpt: they stay in the history and do not count as deleted. Load a file of all units to be sure.</source>
        <translation>In diesem Stand fehlen alle oder viele Einheiten, die andere Stände haben ({values}). Er gilt als Auszug: Sie bleiben im Verlauf stehen und gelten nicht als gelöscht. Zur Sicherheit eine Datei mit allen Einheiten laden.</translation>
    </message>
    <message>
        <source>All units of some energy carriers that earlier states had are missing from what was loaded: it is an excerpt. Sums of all carriers, and of those of which it has no unit, do not count as complete.</source>
        <translation>Es fehlen alle Einheiten von Energieträgern, die frühere Stände hatten: Die Datei ist ein Auszug. Summen über alle Energieträger und über solche, von denen keine Einheit da ist, gelten nicht als vollständig.</translation>
    </message>
    <message>
        <source>All {count} {count:unit|units} in {layer} would be reviewed. Select the units meant in the layer and tick “Selected features only”, or give their MaStR numbers.</source>
        <translation>Alle {count} {count:Anlage|Anlagen} in {layer} würden geprüft. Bitte die gemeinten Anlagen im Layer auswählen und „Nur gewählte Objekte“ anhaken oder ihre MaStR-Nummern angeben.</translation>
    </message>
    <message>
        <source>An exclusion makes a kind very likely unsuitable, whatever the weights.</source>
        <translation>Ein Ausschluss macht eine Versorgungsart sehr wahrscheinlich ungeeignet, gleich wie gewichtet wird.</translation>
    </message>
    <message>
        <source>An exclusion names “{value}”: block, kind of supply or reason is not known. Please correct the exclusion.</source>
        <translation>Ein Ausschluss nennt „{value}“: Baublock, Versorgungsart oder Grund sind nicht bekannt. Bitte den Ausschluss berichtigen.</translation>
    </message>
    <message>
        <source>Annuities after VDI 2067 over the period of observation, with replacements and residual values; prices without value added tax. The subsidy has to be granted first.</source>
        <translation>Annuitäten nach VDI 2067 über den Betrachtungszeitraum mit Ersatz und Restwerten; Preise ohne Umsatzsteuer. Die Förderung muss erst bewilligt werden.</translation>
    </message>
    <message>
        <source>Another program is reading or writing {path}. End editing there (or close it) and start again; nothing was changed.</source>
        <translation>Ein anderes Programm liest oder schreibt gerade in {path}. Bitte dort die Bearbeitung beenden (oder es schließen) und neu starten; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Area {key}, edited by hand, is no longer in the layer; its blocks were proposed anew.</source>
        <translation>Das von Hand geänderte Gebiet {key} ist nicht mehr in der Ebene; seine Baublöcke wurden neu vorgeschlagen.</translation>
    </message>
    <message>
        <source>Area, azimuth and tilt of roofs from the heights of their planes.</source>
        <translation>Fläche, Ausrichtung und Neigung der Dächer aus den Höhen ihrer Flächen.</translation>
    </message>
    <message>
        <source>Areas drawn by hand without a shape are left out: {count}.</source>
        <translation>Von Hand angelegte Gebiete ohne Fläche bleiben weg: {count}.</translation>
    </message>
    <message>
        <source>Areas of raised saving potential by the limits of heat_rules.csv; the law names none. Whether one is fit as an urban renewal area is for the municipality to say.</source>
        <translation>Gebiete mit erhöhtem Einsparpotenzial nach den Grenzen in heat_rules.csv; das Gesetz nennt keine. Ob eines als Sanierungsgebiet geeignet ist, entscheidet die Kommune.</translation>
    </message>
    <message>
        <source>Areas of raised saving potential: {count}, saving {mwh} MWh/a.</source>
        <translation>Gebiete mit erhöhtem Einsparpotenzial: {count}, Einsparung {mwh} MWh/a.</translation>
    </message>
    <message>
        <source>Areas that were changed or drawn by hand stay as they are: {count}.</source>
        <translation>Von Hand geänderte oder gezeichnete Gebiete bleiben, wie sie sind: {count}.</translation>
    </message>
    <message>
        <source>Areas {key} and {other}, edited by hand, overlap by {area_m2} m². Please adjust the border.</source>
        <translation>Die von Hand geänderten Gebiete {key} und {other} überlappen sich auf {area_m2} m². Bitte die Grenze anpassen.</translation>
    </message>
    <message>
        <source>Asking {service} ({host})</source>
        <translation>Frage {service} ({host})</translation>
    </message>
    <message>
        <source>Assigning buildings to blocks (buildings: {rows}) …</source>
        <translation>Ordne Gebäude den Blöcken zu (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Assigning buildings to street sections (buildings: {rows}) …</source>
        <translation>Ordne Gebäude den Straßenabschnitten zu (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Biomass gives {percent} % of the heat; in networks longer than {km} km at most {most} % count (WPG §§ 30, 31).</source>
        <translation>Biomasse liefert {percent} % der Wärme; in Netzen über {km} km zählen höchstens {most} % (WPG §§ 30, 31).</translation>
    </message>
    <message>
        <source>Block {block} is in the table more than once. Please use each key once.</source>
        <translation>Der Baublock {block} steht mehrfach in der Tabelle. Bitte jeden Schlüssel nur einmal verwenden.</translation>
    </message>
    <message>
        <source>Block {block}: {column} has the unknown value “{value}”. Possible: {codes}.</source>
        <translation>Baublock {block}: {column} hat den unbekannten Wert „{value}“. Möglich sind: {codes}.</translation>
    </message>
    <message>
        <source>Block {block}: {value} is not possible in {column}. Amounts are not negative; shares are between 0 and 1, not in percent.</source>
        <translation>Baublock {block}: {value} ist in {column} nicht möglich. Mengen sind nicht negativ; Anteile liegen zwischen 0 und 1, nicht in Prozent.</translation>
    </message>
    <message>
        <source>Blocks are the faces that streets, rail and rivers enclose, without footpaths, drives and steps.</source>
        <translation>Baublöcke sind die Flächen, die Straßen, Bahn und Flüsse umschließen, ohne Fußwege, Zufahrten und Treppen.</translation>
    </message>
    <message>
        <source>Blocks as given; a building beside all of them, but within 50 m, belongs to the nearest.</source>
        <translation>Baublöcke wie vorgegeben; ein Gebäude neben allen, aber näher als 50 m, gehört zum nächsten.</translation>
    </message>
    <message>
        <source>Blocks of unknown heat demand: {count}; it is missing in the sums of the areas.</source>
        <translation>Baublöcke mit unbekanntem Wärmebedarf: {count}; er fehlt in der Summe der Gebiete.</translation>
    </message>
    <message>
        <source>Blocks that were not judged: {count}, {block} among them. Please compute the suitability again with the same blocks.</source>
        <translation>Nicht bewertete Baublöcke: {count}, darunter {block}. Bitte die Eignung mit denselben Baublöcken neu berechnen.</translation>
    </message>
    <message>
        <source>Building network: buildings {buildings} (from {least} to {most}), dwellings about {dwellings} (at most {most_dwellings}) – within the limits of the law.</source>
        <translation>Gebäudenetz: Gebäude {buildings} (von {least} bis {most}), Wohneinheiten etwa {dwellings} (höchstens {most_dwellings}) – innerhalb der gesetzlichen Grenzen.</translation>
    </message>
    <message>
        <source>Building network: buildings {buildings} (from {least} to {most}), dwellings about {dwellings} (at most {most_dwellings}). In the sense of the law this is a heat network; please take another kind, or fewer buildings.</source>
        <translation>Gebäudenetz: Gebäude {buildings} (von {least} bis {most}), Wohneinheiten etwa {dwellings} (höchstens {most_dwellings}). Im Sinn des Gesetzes ist das ein Wärmenetz; bitte eine andere Netzart oder weniger Gebäude wählen.</translation>
    </message>
    <message>
        <source>Buildings beyond the mapped end of the street in their address: {total} ({streets}). All of their heat is on the mapped part, whose line density is too high. Please add the missing streets.</source>
        <translation>Gebäude jenseits des erfassten Endes der Straße ihrer Adresse: {total} ({streets}). Ihre Wärme liegt ganz auf dem erfassten Stück, dessen Liniendichte damit zu hoch ist. Bitte die fehlenden Straßen ergänzen.</translation>
    </message>
    <message>
        <source>Buildings for which the network is cheaper: {count} of {total}; for all together it is in {percent} % of the draws.</source>
        <translation>Gebäude, für die das Netz günstiger ist: {count} von {total}; für alle zusammen ist es das in {percent} % der Ziehungen.</translation>
    </message>
    <message>
        <source>Buildings of the area – {network_connection}: {count} of {total}</source>
        <translation>Gebäude des Gebiets – {network_connection}: {count} von {total}</translation>
    </message>
    <message>
        <source>Buildings of unknown use are counted as residential.</source>
        <translation>Gebäude unbekannter Nutzung sind wie Wohngebäude gerechnet.</translation>
    </message>
    <message>
        <source>Buildings with a function code that is not in the official list: {rows}; their use is unknown. Codes: {codes}.</source>
        <translation>Gebäude mit einem Funktionsschlüssel, der nicht in der amtlichen Liste steht: {rows}; ihre Nutzung ist unbekannt. Schlüssel: {codes}.</translation>
    </message>
    <message>
        <source>Buildings with an address of which nobody tells the use are counted as residential.</source>
        <translation>Gebäude mit Adresse, deren Nutzung niemand nennt, gelten als Wohngebäude.</translation>
    </message>
    <message>
        <source>Buildings with at least {limit} MWh/a of final energy for heat: {count} – {share} % of the final energy of all. Not listed, because their figure is part of a group's total: {grouped}.</source>
        <translation>Gebäude ab {limit} MWh/a Endenergie für Wärme: {count} – {share} % der Endenergie aller. Nicht aufgeführt, weil ihr Wert Teil einer Gruppensumme ist: {grouped}.</translation>
    </message>
    <message>
        <source>By emission factors alone {t} t CO₂e/a change; that is no action.</source>
        <translation>Allein durch andere Emissionsfaktoren ändern sich {t} t CO₂e/a; das ist keine Maßnahme.</translation>
    </message>
    <message>
        <source>Canceled too late for the plants: they and all that belongs to them were written whole and hold, even where QGIS calls the run failed.</source>
        <translation>Für die Anlagen zu spät abgebrochen: Sie und alles, was dazugehört, sind vollständig geschrieben und gelten, auch wenn QGIS den Lauf als gescheitert meldet.</translation>
    </message>
    <message>
        <source>Canceled. The demo municipality was not written; files of an earlier one are as they were.</source>
        <translation>Abgebrochen. Die Demo-Gemeinde wurde nicht geschrieben; Dateien einer früheren sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Canceled. What had been loaded whole stays; the data set in hand is as it was before.</source>
        <translation>Abgebrochen. Was schon ganz geladen war, bleibt; der Datensatz, der gerade an der Reihe war, ist wie zuvor.</translation>
    </message>
    <message>
        <source>Census 2011: classes were joined for the prevailing age; &quot;from 2009&quot; (up to May 2011) counts as 2001–2010.</source>
        <translation>Zensus 2011: Für das vorherrschende Baualter sind Klassen zusammengefasst; „ab 2009“ (bis Mai 2011) zählt zu 2001–2010.</translation>
    </message>
    <message>
        <source>Changes from {first} to {second}: {values}.</source>
        <translation>Änderungen vom {first} zum {second}: {values}.</translation>
    </message>
    <message>
        <source>Checking against the optimum …</source>
        <translation>Vergleich mit dem Optimum …</translation>
    </message>
    <message>
        <source>Checking geometry …</source>
        <translation>Geometrie wird geprüft …</translation>
    </message>
    <message>
        <source>Checking outlines (number: {rows}) …</source>
        <translation>Umrisse werden geprüft (Anzahl: {rows}) …</translation>
    </message>
    <message>
        <source>Checking services: {count} of {total}</source>
        <translation>Prüfe Dienste: {count} von {total}</translation>
    </message>
    <message>
        <source>Choose the file or layer first; then its fields can be assigned.</source>
        <translation>Bitte zuerst Datei oder Layer wählen; dann lassen sich die Felder zuordnen.</translation>
    </message>
    <message>
        <source>Choose the kind of layer first; then its fields can be assigned.</source>
        <translation>Bitte zuerst die Art der Ebene wählen; dann lassen sich die Felder zuordnen.</translation>
    </message>
    <message>
        <source>Chosen by you, or remembered for sources of this form.</source>
        <translation>Von Ihnen gewählt oder für Quellen dieser Form gemerkt.</translation>
    </message>
    <message>
        <source>Columns that are not meant for others stand in {layer}, or some are missing ({names}); nothing is written. This is a mistake in EnAct; please report it.</source>
        <translation>In {layer} stehen Spalten, die nicht für andere bestimmt sind, oder es fehlen welche ({names}); nichts wird geschrieben. Das ist ein Fehler in EnAct; bitte melden.</translation>
    </message>
    <message>
        <source>Comparing two states of the register</source>
        <translation>Zwei Stände des Registers werden verglichen</translation>
    </message>
    <message>
        <source>Completing storeys and floor area (buildings: {rows}) …</source>
        <translation>Ergänze Geschosse und Energiebezugsfläche (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Completing the use (buildings: {rows}) …</source>
        <translation>Ergänze die Nutzung (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Computing the final energy (buildings: {rows}) …</source>
        <translation>Berechne die Endenergie (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Computing the floor area (buildings: {rows}) …</source>
        <translation>Die Energiebezugsfläche wird berechnet (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Computing the heat need (buildings: {rows}) …</source>
        <translation>Berechne den Wärmebedarf (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Consumption that does not fit the unit: {rows} of {total} – too low {low}, too high {high} ({examples}). Please check kWh and MWh.</source>
        <translation>Verbräuche, die nicht zur Einheit passen: {rows} von {total} – zu niedrig {low}, zu hoch {high} ({examples}). Bitte kWh und MWh prüfen.</translation>
    </message>
    <message>
        <source>Converting numbers and dates (units: {units}) …</source>
        <translation>Zahlen und Datumsangaben werden umgewandelt (Einheiten: {units}) …</translation>
    </message>
    <message>
        <source>Coordinates of {layer} cannot be transformed: {detail}. Check the layer's coordinate reference system.</source>
        <translation>Koordinaten von {layer} lassen sich nicht umrechnen: {detail}. Bitte das Koordinatensystem des Layers prüfen.</translation>
    </message>
    <message>
        <source>Cost of heat, its parts and range</source>
        <translation>Wärmegestehungskosten, Bestandteile und Spanne</translation>
    </message>
    <message>
        <source>Counting for the census grid</source>
        <translation>Das Zensusgitter wird ausgezählt</translation>
    </message>
    <message>
        <source>Customers without power or below zero: {count} of {total}. Please check the heat need of these buildings.</source>
        <translation>Abnehmer ohne Leistung oder mit Leistung unter null: {count} von {total}. Bitte prüfen Sie den Wärmebedarf dieser Gebäude.</translation>
    </message>
    <message>
        <source>Cutting faces to the settlement (faces: {rows}) …</source>
        <translation>Schneide Flächen auf die Siedlung zu (Flächen: {rows}) …</translation>
    </message>
    <message>
        <source>Cutting streets at junctions (streets: {rows}) …</source>
        <translation>Teile Straßen an Kreuzungen (Straßen: {rows}) …</translation>
    </message>
    <message>
        <source>Deliveries partly matched regardless of the letter of the house number: {deliveries} ({examples}).</source>
        <translation>Lieferungen, zum Teil ohne Rücksicht auf den Buchstaben der Hausnummer zugeordnet: {deliveries} ({examples}).</translation>
    </message>
    <message>
        <source>Deliveries with addresses outside the block they name: {deliveries} ({examples}); the addresses count.</source>
        <translation>Lieferungen mit Adressen außerhalb des genannten Blocks: {deliveries} ({examples}); es gelten die Adressen.</translation>
    </message>
    <message>
        <source>Deliveries with parts that match no building: {deliveries} of {total} ({examples}) – street unknown {street_unknown}, house number missing {no_such_number}, street in two postcodes {two_postcodes}, block unknown {block_unknown}, unreadable {unreadable}, no place {no_place}.</source>
        <translation>Lieferungen mit Teilen, zu denen es kein Gebäude gibt: {deliveries} von {total} ({examples}) – Straße unbekannt {street_unknown}, Hausnummer fehlt {no_such_number}, Straße in zwei Postleitzahlen {two_postcodes}, Block unbekannt {block_unknown}, unlesbar {unreadable}, ohne Ort {no_place}.</translation>
    </message>
    <message>
        <source>Deliveries without the figure asked for: {groups} ({examples}). For corrected values add a climate factor.</source>
        <translation>Lieferungen ohne den verlangten Wert: {groups} ({examples}). Für bereinigte Werte bitte einen Klimafaktor ergänzen.</translation>
    </message>
    <message>
        <source>Delivers</source>
        <translation>Liefert</translation>
    </message>
    <message>
        <source>Density = useful heat with hot water per net area of the block.</source>
        <translation>Dichte = Nutzwärme mit Warmwasser je Nettofläche des Baublocks.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Districts cannot be compared: only {percent} % of existing generation units and {percent_kw} % of their power can be placed in one ({least} % are needed).</source>
        <translation>Ortsteile lassen sich nicht vergleichen: Nur {percent} % der bestehenden Erzeuger und {percent_kw} % ihrer Leistung lassen sich einem zuordnen (nötig sind {least} %).</translation>
    </message>
    <message>
        <source>Dividing large blocks (blocks: {rows}) …</source>
        <translation>Teile große Blöcke (Blöcke: {rows}) …</translation>
    </message>
    <message>
        <source>Drawing river, railway and main roads</source>
        <translation>Fluss, Bahn und Hauptstraßen werden gezeichnet</translation>
    </message>
    <message>
        <source>Each building carries the expected value of all changes; nothing is drawn by lot.</source>
        <translation>Jedes Gebäude trägt den Erwartungswert aller Änderungen; nichts ist ausgelost.</translation>
    </message>
    <message>
        <source>Edge {edge} of the network graph has no valid nodes or costs (such edges: {count}). Please check the cost tables: costs are numbers, not below zero.</source>
        <translation>Die Kante {edge} des Netzgraphen hat keine gültigen Knoten oder Kosten (solche Kanten: {count}). Bitte prüfen Sie die Kostentabellen: Kosten sind Zahlen, nicht unter null.</translation>
    </message>
    <message>
        <source>Electricity storage: {units} {units:unit|units}, {kw} kW, {kwh} kWh</source>
        <translation>Stromspeicher: {units} {units:Anlage|Anlagen}, {kw} kW, {kwh} kWh</translation>
    </message>
    <message>
        <source>EnAct came upon an error that it does not know: {error} in {place} ({text}). The workspace holds what was stored before. The log (message log, tab EnAct) tells more; please report it.</source>
        <translation>EnAct ist auf einen unbekannten Fehler gestoßen: {error} in {place} ({text}). Im Arbeitsbereich steht, was vorher gespeichert war. Mehr steht im Protokoll (Reiter EnAct); bitte melden.</translation>
    </message>
    <message>
        <source>EnAct on the computer {host} (process {process}) is writing into {path}. Wait until it has ended. If it no longer runs there, delete the file {lock} and start again; nothing was changed.</source>
        <translation>EnAct auf dem Rechner {host} (Prozess {process}) schreibt in {path}. Bitte warten, bis es fertig ist. Läuft es dort nicht mehr, bitte die Datei {lock} löschen und neu starten; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Estimated yearly yield: {mwh} MWh</source>
        <translation>Geschätzter Jahresertrag: {mwh} MWh</translation>
    </message>
    <message>
        <source>Exact check: no bound was found in time. It deals with one source and up to 300 customers; please allow more time or a smaller area.</source>
        <translation>Exakte Prüfung: In der Zeit wurde keine Schranke gefunden. Möglich ist sie bei einer Quelle und bis zu 300 Abnehmern; bitte geben Sie mehr Zeit oder ein kleineres Gebiet an.</translation>
    </message>
    <message>
        <source>Exact check: the network is at most {percent} % above the cheapest one of the same customers.</source>
        <translation>Exakte Prüfung: Das Netz liegt höchstens {percent} % über dem günstigsten für dieselben Abnehmer.</translation>
    </message>
    <message>
        <source>Fact sheet: {name}</source>
        <translation>Steckbrief: {name}</translation>
    </message>
    <message>
        <source>Factors of {factor_set} for {carriers} were not checked against the original ({percent} % of the energy, {year}). Please compare them before publishing.</source>
        <translation>Faktoren aus {factor_set} für {carriers} sind nicht am Original geprüft ({percent} % der Energie, {year}). Vor einer Veröffentlichung bitte vergleichen.</translation>
    </message>
    <message>
        <source>Fetching from {service} ({host}): {rows} {rows:object|objects} so far</source>
        <translation>{service} wird abgerufen ({host}): bisher {rows} {rows:Objekt|Objekte}</translation>
    </message>
    <message>
        <source>Fetching page {place} of {whole} from {host}</source>
        <translation>Seite {place} von {whole} wird von {host} abgerufen</translation>
    </message>
    <message>
        <source>Fewer than five heated buildings together are outside settlements and in no block.</source>
        <translation>Weniger als fünf beheizte Gebäude beieinander liegen im Außenbereich und in keinem Block.</translation>
    </message>
    <message>
        <source>Fields taken over under another name: {pairs}.</source>
        <translation>Unter anderem Namen übernommene Felder: {pairs}.</translation>
    </message>
    <message>
        <source>Fields that are missing: {fields}.</source>
        <translation>Felder, die fehlen: {fields}.</translation>
    </message>
    <message>
        <source>Fields, woods, cemeteries and other open land of the layer 'landuse' are no land of a block, except around heated buildings that stand there.</source>
        <translation>Felder, Wald, Friedhöfe und anderes offenes Land des Layers „landuse“ gehören nicht zu einem Baublock, außer im Umkreis beheizter Gebäude, die darauf stehen.</translation>
    </message>
    <message>
        <source>Figures of the municipality, of units in operation or temporarily closed:</source>
        <translation>Kennzahlen der Gemeinde, für Anlagen in Betrieb oder vorübergehend stillgelegt:</translation>
    </message>
    <message>
        <source>Figures per inhabitant and km², classes, years and targets are of gross power for photovoltaics and of net power for all else.</source>
        <translation>Angaben je Einwohner und km², Klassen, Jahre und Ziele beziehen sich bei Photovoltaik auf die Bruttoleistung, sonst auf die Nettonennleistung.</translation>
    </message>
    <message>
        <source>Figures per inhabitant stay empty for the municipality: give its inhabitants (INHABITANTS), or load the layer “Inhabitants and dwellings” (population).</source>
        <translation>Angaben je Einwohner bleiben für die Gemeinde leer: Bitte die Einwohnerzahl angeben (INHABITANTS) oder den Layer „Einwohner und Wohnungen“ (population) laden.</translation>
    </message>
    <message>
        <source>File instead</source>
        <translation>Datei stattdessen</translation>
    </message>
    <message>
        <source>Final energy = useful heat × expenditure of the heaters of the census cell (table heater_efficiencies.csv); heat pumps count as electricity and ambient heat.</source>
        <translation>Endenergie = Nutzwärme × Aufwand der Heizungen der Zensuszelle (Tabelle heater_efficiencies.csv); Wärmepumpen zählen als Strom und Umweltwärme.</translation>
    </message>
    <message>
        <source>Final energy for heat {year}: {mwh} MWh, {t} t CO₂e – renewable or waste heat {percent} %, depending on generation or unknown {undecided} %.</source>
        <translation>Endenergie für Wärme {year}: {mwh} MWh, {t} t CO₂e – erneuerbar oder Abwärme {percent} %, je nach Erzeugung oder unbekannt {undecided} %.</translation>
    </message>
    <message>
        <source>Final energy on the municipality's territory (territorial principle).</source>
        <translation>Endenergie im Gebiet der Kommune (Territorialprinzip).</translation>
    </message>
    <message>
        <source>Finding service pipes (buildings: {rows}) …</source>
        <translation>Hausanschlüsse werden gesucht (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Finding the addresses (buildings: {rows}) …</source>
        <translation>Suche die Adressen (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Finding the network (buildings: {rows}) …</source>
        <translation>Das Netz wird gesucht (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>Floor area = footprint × (storeys + attic share) × factor by use (see the methods report); none for unheated outbuildings.</source>
        <translation>Energiebezugsfläche = Grundfläche × (Geschosse + Dachgeschossanteil) × Faktor nach Nutzung (siehe Methodenbericht); keine für unbeheizte Nebengebäude.</translation>
    </message>
    <message>
        <source>For &quot;{kind}&quot; no field was found for: {missing}. The source has: {fields}. Say in the field mapping which field it is, or choose another kind.</source>
        <translation>Für „{kind}“ wurde kein Feld gefunden für: {missing}. Die Quelle hat: {fields}. Bitte in der Feldzuordnung angeben, welches Feld es ist, oder eine andere Art wählen.</translation>
    </message>
    <message>
        <source>For a budget or a heat line density the limit is needed. Please give it in '{parameter}', above zero.</source>
        <translation>Für ein Budget oder eine Wärmeliniendichte wird die Grenze gebraucht. Bitte geben Sie sie unter „{parameter}“ an, größer als null.</translation>
    </message>
    <message>
        <source>For the search, pipes cost a base and a part per kW (straight line through the pipe catalogue); diameters come with the sizing.</source>
        <translation>Für die Suche kostet eine Leitung einen Sockel und einen Teil je kW (Gerade durch den Rohrkatalog); Durchmesser bringt erst die Auslegung.</translation>
    </message>
    <message>
        <source>From {first} to {second} nothing changed in the register.</source>
        <translation>Vom {first} zum {second} hat sich im Register nichts geändert.</translation>
    </message>
    <message>
        <source>From {year} on WPG §§ 29 and 31 ask {least} % renewable heat and waste heat of networks; this supply has {percent} %.</source>
        <translation>Ab {year} verlangen WPG §§ 29 und 31 {least} % erneuerbare Wärme und Abwärme von Wärmenetzen; diese Erzeugung hat {percent} %.</translation>
    </message>
    <message>
        <source>Further figures are no JSON with numbers: {value}. Example: {example}.</source>
        <translation>Weitere Werte sind kein JSON mit Zahlen: {value}. Beispiel: {example}.</translation>
    </message>
    <message>
        <source>Gas without a stated basis counts as upper heating value, as billed.</source>
        <translation>Gas ohne Angabe des Bezugs gilt als Brennwert, wie abgerechnet.</translation>
    </message>
    <message>
        <source>Generation planned: {units} {units:unit|units}, {kw} kW</source>
        <translation>Erzeugung in Planung: {units} {units:Anlage|Anlagen}, {kw} kW</translation>
    </message>
    <message>
        <source>Generation: {units} {units:unit|units}, gross {gross_kw} kW, net {net_kw} kW; useful heat of combined heat and power {heat_kw} kW</source>
        <translation>Erzeugung: {units} {units:Anlage|Anlagen}, brutto {gross_kw} kW, netto {net_kw} kW; thermische Nutzleistung der KWK {heat_kw} kW</translation>
    </message>
    <message>
        <source>Give FILE or FOLDER, or choose SOURCE=online.</source>
        <translation>Bitte FILE oder FOLDER angeben oder SOURCE=online wählen.</translation>
    </message>
    <message>
        <source>Ground probes by the general values of VDI 4640 (heat_pump_rules.csv); the underground of the place is not known and can give half or double.</source>
        <translation>Erdwärmesonden nach den allgemeinen Richtwerten der VDI 4640 (heat_pump_rules.csv); der Untergrund des Ortes ist nicht bekannt und kann die Hälfte oder das Doppelte hergeben.</translation>
    </message>
    <message>
        <source>Ground probes: {mwh} MWh/a of heat with heat pumps (technical potential; probes: {probes}, areas: {lots}).</source>
        <translation>Erdwärmesonden: mit Wärmepumpen {mwh} MWh/a Wärme (technisches Potenzial; Sonden: {probes}, Flächen: {lots}).</translation>
    </message>
    <message>
        <source>Groups in which no modelled building has this carrier: {groups} ({examples}). Please check the carriers.</source>
        <translation>Gruppen, in denen kein gerechnetes Gebäude diesen Energieträger hat: {groups} ({examples}). Bitte die Energieträger prüfen.</translation>
    </message>
    <message>
        <source>Groups in which only one building has this carrier: {groups} ({examples}); their total would become its value and is not applied.</source>
        <translation>Gruppen, in denen nur ein Gebäude diesen Energieträger hat: {groups} ({examples}); ihre Summe würde dessen Wert und wird nicht angewandt.</translation>
    </message>
    <message>
        <source>Groups that hold another one and a single building more: {groups} ({examples}); the difference would be its value, so they are not applied.</source>
        <translation>Gruppen, die eine andere und ein einzelnes Gebäude mehr enthalten: {groups} ({examples}); die Differenz wäre dessen Wert, sie werden nicht angewandt.</translation>
    </message>
    <message>
        <source>Headings missing in the reply: {headings}. Please use the table of the request without changing its first line.</source>
        <translation>In der Antwort fehlen Überschriften: {headings}. Bitte die Tabelle der Anfrage verwenden, ohne ihre erste Zeile zu ändern.</translation>
    </message>
    <message>
        <source>Heat from the network costs {network} ct/kWh (90 % of the draws: {low} to {high}); the cheapest own heaters cost {alone} ct/kWh on average, without value added tax.</source>
        <translation>Wärme aus dem Netz kostet {network} ct/kWh (90 % der Ziehungen: {low} bis {high}); die günstigsten eigenen Heizungen kosten im Mittel {alone} ct/kWh, ohne Umsatzsteuer.</translation>
    </message>
    <message>
        <source>Heat generators in blocks: {count} of {all}.</source>
        <translation>Wärmeerzeuger in Baublöcken: {count} von {all}.</translation>
    </message>
    <message>
        <source>Heat in the blocks: {mwh} MWh a year; outside settlements: {outside} MWh ({count} {count:building|buildings}).</source>
        <translation>Wärme in den Baublöcken: {mwh} MWh im Jahr; im Außenbereich: {outside} MWh ({count} {count:Gebäude|Gebäude}).</translation>
    </message>
    <message>
        <source>Heat losses by insulation and ground of each pipe alone, at the mean temperatures of the year; the influence of supply and return on each other lowers them a little.</source>
        <translation>Wärmeverluste aus Dämmung und Erdreich jeder Leitung für sich, bei den mittleren Temperaturen des Jahres; der Einfluss von Vor- und Rücklauf aufeinander senkt sie etwas.</translation>
    </message>
    <message>
        <source>Heat networks {year}: {percent} % renewable or waste heat instead of at least {least} % (WPG §§ 29, 31).</source>
        <translation>Wärmenetze {year}: {percent} % erneuerbar oder Abwärme statt mindestens {least} % (WPG §§ 29, 31).</translation>
    </message>
    <message>
        <source>Heat of ground probes is what the land could give, whatever is needed there.</source>
        <translation>Wärme aus Erdwärmesonden ist, was die Fläche hergeben könnte, gleich was dort gebraucht wird.</translation>
    </message>
    <message>
        <source>Heated buildings: {count} of {total} – {section_rule}.</source>
        <translation>Beheizte Gebäude: {count} von {total} – {section_rule}.</translation>
    </message>
    <message>
        <source>Heaters refused, because fewer than {minimum} house numbers are summed up: {rows} of {total} ({examples}) – single-family house {single_family}, perhaps one {may_be}, no building {no_building}. Please ask for larger groups, or complete the type of building.</source>
        <translation>Feuerstätten abgelehnt, weil weniger als {minimum} Hausnummern zusammengefasst sind: {rows} von {total} ({examples}) – Einfamilienhaus {single_family}, vielleicht eines {may_be}, ohne Gebäude {no_building}. Bitte größere Gruppen anfordern oder die Gebäudeart ergänzen.</translation>
    </message>
    <message>
        <source>History of the plants, state of {date}: no change.</source>
        <translation>Verlauf der Anlagen, Stand {date}: keine Änderung.</translation>
    </message>
    <message>
        <source>History of the plants, state of {date}: {values}.</source>
        <translation>Verlauf der Anlagen, Stand {date}: {values}.</translation>
    </message>
    <message>
        <source>History of the plants: state of {date} entered as the first one ({units} {units:unit|units}).</source>
        <translation>Verlauf der Anlagen: Stand {date} als erster eingetragen ({units} {units:Einheit|Einheiten}).</translation>
    </message>
    <message>
        <source>Homes: floor area × specific need of the KWW catalogue by type and age (average state of the stock, space heat), hot water after TABULA on top.</source>
        <translation>Wohngebäude: Energiebezugsfläche × Kennwert des KWW-Technikkatalogs nach Typ und Baualter (mittlerer Zustand des Bestands, Raumwärme), dazu Warmwasser nach TABULA.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Hourly temperatures: {count}; a year has {expected}. Please give a whole year.</source>
        <translation>Stundenwerte der Temperatur: {count}; ein Jahr hat {expected}. Bitte ein ganzes Jahr angeben.</translation>
    </message>
    <message>
        <source>Hours in which the plants do not meet the load: {hours}; missing: {mwh} MWh. Please add a plant or a larger peak boiler.</source>
        <translation>Stunden, in denen die Erzeuger die Last nicht decken: {hours}; es fehlen {mwh} MWh. Bitte einen Erzeuger ergänzen oder den Spitzenkessel vergrößern.</translation>
    </message>
    <message>
        <source>Id (SERVICE)</source>
        <translation>Kennung (SERVICE)</translation>
    </message>
    <message>
        <source>Implausible consumption: {rows} of {total} – too low {low}, too high {high} ({examples}). Please check.</source>
        <translation>Unglaubhafte Verbräuche: {rows} von {total} – zu niedrig {low}, zu hoch {high} ({examples}). Bitte prüfen.</translation>
    </message>
    <message>
        <source>Implausible eaves height, left empty: {count} of {total} {total:building|buildings}.</source>
        <translation>Traufhöhe unplausibel, bleibt leer: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Implausible floor area, left empty: {count} of {total} {total:building|buildings}.</source>
        <translation>Fläche unplausibel, bleibt leer: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Implausible height, left empty: {count} of {total} {total:building|buildings}.</source>
        <translation>Höhe unplausibel, bleibt leer: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Implausible number of storeys in the roof, left empty: {count} of {total} {total:building|buildings}.</source>
        <translation>Zahl der Dachgeschosse unplausibel, bleibt leer: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Implausible number of storeys, left empty: {count} of {total} {total:building|buildings}.</source>
        <translation>Geschosszahl unplausibel, bleibt leer: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Implausible year of construction, left empty: {count} of {total} {total:building|buildings}.</source>
        <translation>Baujahr unplausibel, bleibt leer: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Impossible temperatures: {count}, the first in hour {hour} of the year. Please check the file.</source>
        <translation>Unmögliche Temperaturen: {count}, die erste in Stunde {hour} des Jahres. Bitte die Datei prüfen.</translation>
    </message>
    <message>
        <source>In the target year {year} fossil carriers still feed the heat networks: {mwh} MWh/a ({carriers}).</source>
        <translation>Im Zieljahr {year} speisen noch fossile Energieträger in die Wärmenetze: {mwh} MWh/a ({carriers}).</translation>
    </message>
    <message>
        <source>In the target year {year} fossil or unknown heaters remain: {mwh} MWh/a ({carriers}). Exchange, connection or green gas do not suffice.</source>
        <translation>Im Zieljahr {year} heizen noch fossile oder unbekannte Heizungen: {mwh} MWh/a ({carriers}). Austausch, Anschluss oder grüne Gase reichen nicht.</translation>
    </message>
    <message>
        <source>In the target year {year} nothing fossil remains.</source>
        <translation>Im Zieljahr {year} bleibt nichts Fossiles.</translation>
    </message>
    <message>
        <source>Indicators of WPG annex 2 III; network heat by carrier is the heat fed in with losses, buildings connected are expected numbers.</source>
        <translation>Indikatoren nach WPG Anlage 2 III; Netzwärme nach Energieträgern ist die eingespeiste Wärme mit Verlusten, Gebäude mit Anschluss sind Erwartungswerte.</translation>
    </message>
    <message>
        <source>Invalid outline, mended: {count} of {total} {total:building|buildings}.</source>
        <translation>Umriss ungültig, repariert: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>It holds no object.</source>
        <translation>Er enthält kein Objekt.</translation>
    </message>
    <message>
        <source>Joining streets, rail and water …</source>
        <translation>Verbinde Straßen, Bahn und Wasser …</translation>
    </message>
    <message>
        <source>Joining the figures by cell (files: {files}) …</source>
        <translation>Die Zahlen werden je Gitterzelle zusammengeführt (Dateien: {files}) …</translation>
    </message>
    <message>
        <source>Judged by own tables ({path}); rows that differ from EnAct's: {tables}.</source>
        <translation>Bewertet nach eigenen Tabellen ({path}); Zeilen, die von denen von EnAct abweichen: {tables}.</translation>
    </message>
    <message>
        <source>Kept, because they came from files: {titles}</source>
        <translation>Beibehalten, weil aus Dateien geladen: {titles}</translation>
    </message>
    <message>
        <source>Keys used more than once: {examples} (rows: {rows}). Please choose another field as key, or none.</source>
        <translation>Schlüssel mehrfach vergeben: {examples} (Zeilen: {rows}). Bitte ein anderes Feld als Schlüssel wählen oder keines.</translation>
    </message>
    <message>
        <source>Known as &quot;{matched}&quot; but for umlauts and signs.</source>
        <translation>Bis auf Umlaute und Zeichen als „{matched}“ bekannt.</translation>
    </message>
    <message>
        <source>Known as &quot;{matched}&quot; but for upper and lower case.</source>
        <translation>Bis auf Groß- und Kleinschreibung als „{matched}“ bekannt.</translation>
    </message>
    <message>
        <source>Known as &quot;{matched}&quot;, with a unit behind it (factor {factor}).</source>
        <translation>Als „{matched}“ bekannt, mit einer Einheit dahinter (Faktor {factor}).</translation>
    </message>
    <message>
        <source>Latitude and longitude of {layer} are swapped ({first} before {second}). Load the layer in QGIS, run “Swap X and Y coordinates” of the processing toolbox, and give the result.</source>
        <translation>Breite und Länge von {layer} sind vertauscht ({first} vor {second}). Bitte den Layer in QGIS laden, in den Verarbeitungswerkzeugen „X- und Y-Koordinaten tauschen“ ausführen und das Ergebnis angeben.</translation>
    </message>
    <message>
        <source>Latitude {latitude} and longitude {longitude} are no place and cannot be used.</source>
        <translation>Breitengrad {latitude} und Längengrad {longitude} ergeben keinen Ort und sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Latitude {latitude} and longitude {longitude} are swapped and cannot be used as they stand.</source>
        <translation>Breitengrad {latitude} und Längengrad {longitude} sind vertauscht und so nicht verwendbar.</translation>
    </message>
    <message>
        <source>Laying streets</source>
        <translation>Straßen werden angelegt</translation>
    </message>
    <message>
        <source>Left out: {step}. {reason}</source>
        <translation>Ausgelassen: {step}. {reason}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence and attribution of {layer} are not known and stand on no map. Give them with “Fields …” in the dialog “Open municipality”, with “Load layer by kind”, or in the layer's metadata.</source>
        <translation>Lizenz und Quellenvermerk von {layer} sind nicht bekannt und stehen auf keiner Karte. Bitte im Dialog „Gemeinde öffnen“ mit „Felder …“, in „Ebene nach Art laden“ oder in den Metadaten des Layers angeben.</translation>
    </message>
    <message>
        <source>Line density = useful heat with hot water of the buildings at a section per metre of street; service pipes are not in the length.</source>
        <translation>Liniendichte = Nutzwärme mit Warmwasser der Gebäude am Abschnitt je Meter Straße; Hausanschlüsse sind nicht in der Länge.</translation>
    </message>
    <message>
        <source>Linear between two years of the factor set.</source>
        <translation>Zwischen zwei Jahren des Faktorensatzes linear.</translation>
    </message>
    <message>
        <source>Load of the customers, hour by hour</source>
        <translation>Last der Abnehmer, Stunde für Stunde</translation>
    </message>
    <message>
        <source>Loading {layer} …</source>
        <translation>Lade {layer} …</translation>
    </message>
    <message>
        <source>Low and high are the span of the sources: homes from usually refurbished to unrefurbished (TABULA, brought to metered level), others ± the standard error of the mean.</source>
        <translation>Unten und oben sind die Spanne der Quellen: Wohngebäude von üblich saniert bis unsaniert (TABULA, auf gemessenes Niveau gebracht), andere ± Standardfehler des Mittelwerts.</translation>
    </message>
    <message>
        <source>Making keys …</source>
        <translation>Schlüssel werden gebildet …</translation>
    </message>
    <message>
        <source>Making the plant table (units: {units}) …</source>
        <translation>Die Anlagentabelle wird erstellt (Einheiten: {units}) …</translation>
    </message>
    <message>
        <source>Making up register units</source>
        <translation>Einheiten des Registers werden erfunden</translation>
    </message>
    <message>
        <source>Mapping fields …</source>
        <translation>Felder werden zugeordnet …</translation>
    </message>
    <message>
        <source>Merging outlines into buildings (outlines: {rows}) …</source>
        <translation>Umrisse werden zu Gebäuden zusammengeführt (Umrisse: {rows}) …</translation>
    </message>
    <message>
        <source>Metered totals that set the demand: {groups} of {total} (buildings: {buildings}).</source>
        <translation>Gemessene Summen, die den Bedarf bestimmen: {groups} von {total} (Gebäude: {buildings}).</translation>
    </message>
    <message>
        <source>Most units with a place lie outside the boundary ({outside} of {count}): it is probably another municipality's. Check whether boundary or districts belong to this municipality.</source>
        <translation>Die meisten Anlagen mit Lage liegen außerhalb der Gemeindegrenze ({outside} von {count}): Vermutlich ist es die Grenze einer anderen Gemeinde. Bitte prüfen, ob Grenze oder Ortsteile zu dieser Gemeinde gehören.</translation>
    </message>
    <message>
        <source>Municipality and postcode areas hold all plants.</source>
        <translation>Gemeinde und Postleitzahlgebiete enthalten alle Anlagen.</translation>
    </message>
    <message>
        <source>Municipality key or postcode of {count} {count:unit|units} had lost the leading zero (a spreadsheet removes it); it was put back.</source>
        <translation>Bei {count} {count:Einheit|Einheiten} fehlte die führende Null von Gemeindeschlüssel oder Postleitzahl (eine Tabellenkalkulation entfernt sie); sie wurde ergänzt.</translation>
    </message>
    <message>
        <source>Musterstadt (fictitious) with {buildings} buildings and {units} {units:unit|units} of the register is in {folder}.</source>
        <translation>Musterstadt (fiktiv) mit {buildings} Gebäuden und {units} {units:Einheit|Einheiten} des Registers liegt in {folder}.</translation>
    </message>
    <message>
        <source>Naming streets and numbering houses</source>
        <translation>Straßen erhalten Namen, Häuser Nummern</translation>
    </message>
    <message>
        <source>Neither a layer of districts nor a file of them: those of the earlier sums go on being used ({count}).</source>
        <translation>Ortsteile sind nicht angegeben: Die Summen je Ortsteil verwenden weiter die Ortsteile vom letzten Laden ({count}).</translation>
    </message>
    <message>
        <source>No area is left of the municipality in {path}. Load its boundary again with 'Load layer by kind', kind boundary.</source>
        <translation>Von der Gemeinde in {path} ist keine Fläche übrig. Bitte ihre Grenze mit „Ebene nach Art laden“, Art boundary, neu laden.</translation>
    </message>
    <message>
        <source>No area was given: the heat network areas of the layer '{layer}' are taken (areas: {count}).</source>
        <translation>Kein Gebiet angegeben: Es gelten die Wärmenetzgebiete der Ebene „{layer}“ (Gebiete: {count}).</translation>
    </message>
    <message>
        <source>No boundary is known: the area is the box around the loaded buildings and 500 m more.</source>
        <translation>Es ist keine Gemeindegrenze bekannt: Als Gebiet gilt das Rechteck um die geladenen Gebäude, um 500 m erweitert.</translation>
    </message>
    <message>
        <source>No boundary was given: the outline of the districts is taken.</source>
        <translation>Es war keine Gemeindegrenze angegeben: Als Grenze gilt der Umriss der Ortsteile.</translation>
    </message>
    <message>
        <source>No building in the area can be connected. Please check the area, and that heat need was computed (enact:heatdemand).</source>
        <translation>Im Gebiet gibt es kein Gebäude, das angeschlossen werden kann. Bitte prüfen Sie das Gebiet und ob der Wärmebedarf berechnet ist (enact:heatdemand).</translation>
    </message>
    <message>
        <source>No building is connected. Please lower the limit, raise the budget, or choose another way of connecting.</source>
        <translation>Kein Gebäude ist angeschlossen. Bitte die Grenze senken, das Budget erhöhen oder anders anschließen.</translation>
    </message>
    <message>
        <source>No building is left of the delivery. Left out: {reasons}.</source>
        <translation>Von der Lieferung bleibt kein Gebäude übrig. Ausgelassen: {reasons}.</translation>
    </message>
    <message>
        <source>No building lies in the municipality (outlines: {rows}). Check whether it is the right file and whether its coordinate reference system is right.</source>
        <translation>Kein Gebäude liegt in der Gemeinde (Umrisse: {rows}). Bitte prüfen, ob es die richtige Datei ist und ob ihr Koordinatensystem stimmt.</translation>
    </message>
    <message>
        <source>No building was found for {count} {count:objection|objections} to publication; nothing could be left out for {count:it|them}. Check the addresses in the layer “Objections to publication”.</source>
        <translation>Zu {count} {count:Widerspruch|Widersprüchen} gegen die Veröffentlichung wurde kein Gebäude gefunden; dafür konnte nichts ausgelassen werden. Prüfen Sie die Adressen im Layer „Widersprüche gegen die Veröffentlichung“.</translation>
    </message>
    <message>
        <source>No cell of {files} lies in the municipality. Check whether the files hold the right area.</source>
        <translation>Keine Gitterzelle aus {files} liegt in der Gemeinde. Bitte prüfen, ob die Dateien das richtige Gebiet enthalten.</translation>
    </message>
    <message>
        <source>No census file was given. Choose one or several files (zip or csv).</source>
        <translation>Es wurde keine Zensusdatei angegeben. Bitte eine oder mehrere Dateien (Zip oder CSV) wählen.</translation>
    </message>
    <message>
        <source>No computer of the name {host} was found. Check the address and the network connection; behind a proxy, enter it under Settings, Options, Network.</source>
        <translation>Ein Rechner namens {host} wurde nicht gefunden. Bitte die Adresse und die Netzwerkverbindung prüfen; hinter einem Proxy diesen unter Einstellungen, Optionen, Netzwerk eintragen.</translation>
    </message>
    <message>
        <source>No data set has been chosen. Give at least one file or layer, or tick that what is missing comes from the services.</source>
        <translation>Es ist kein Datensatz gewählt. Bitte mindestens eine Datei oder einen Layer angeben oder ankreuzen, dass Fehlendes aus den Diensten kommt.</translation>
    </message>
    <message>
        <source>No data set was given. Choose at least one, or let what is missing be loaded from the services (ONLINE).</source>
        <translation>Es ist kein Datensatz angegeben. Bitte mindestens einen wählen oder Fehlendes aus den Diensten laden lassen (ONLINE).</translation>
    </message>
    <message>
        <source>No decisive scenario in the workspace (enact:scenario): the sheet of actions is left out.</source>
        <translation>Kein maßgebliches Szenario im Arbeitsbereich (enact:scenario): Das Blatt der Maßnahmen entfällt.</translation>
    </message>
    <message>
        <source>No field mapping was given; taken by name: {mapping}.</source>
        <translation>Es war keine Feldzuordnung angegeben; nach Namen zugeordnet: {mapping}.</translation>
    </message>
    <message>
        <source>No field with the consumption is mapped. Please map the mean or up to three years.</source>
        <translation>Der Lieferung ist kein Feld mit dem Verbrauch zugeordnet. Bitte den Mittelwert oder bis zu drei Jahre zuordnen.</translation>
    </message>
    <message>
        <source>No file is given: the register is asked online.</source>
        <translation>Es ist keine Datei angegeben: Das Register wird online gefragt.</translation>
    </message>
    <message>
        <source>No file or layer has been chosen for this further layer. Choose one or remove the row.</source>
        <translation>Für diese weitere Ebene ist weder Datei noch Layer gewählt. Bitte eines davon wählen oder die Zeile entfernen.</translation>
    </message>
    <message>
        <source>No finding concerns the grid operator {value}. There are: {options}.</source>
        <translation>Zum Netzbetreiber {value} gibt es keine Auffälligkeit. Vorhanden sind: {options}.</translation>
    </message>
    <message>
        <source>No finding is open at {ids}: there is nothing to accept.</source>
        <translation>Bei {ids} ist keine Auffälligkeit offen: Es gibt nichts zu bestätigen.</translation>
    </message>
    <message>
        <source>No heat source was given: a place on a street amid the heat demand is proposed. Please give the real one, the network depends on it.</source>
        <translation>Keine Wärmequelle angegeben: Vorgeschlagen ist eine Stelle an einer Straße in der Mitte des Wärmebedarfs. Bitte geben Sie die wirkliche an, das Netz hängt davon ab.</translation>
    </message>
    <message>
        <source>No heated building is left that may be published: there is none, or all stand on restricted sites. Run “Heat demand”, and check the layer “Restricted sites”.</source>
        <translation>Kein beheiztes Gebäude bleibt, das veröffentlicht werden darf: Es gibt keines, oder alle stehen auf schutzbedürftigen Standorten. Führen Sie „Wärmebedarf“ aus und prüfen Sie den Layer „Schutzbedürftige Standorte“.</translation>
    </message>
    <message>
        <source>No known figure of the census stands in: {files}. Headings found: {headings}. Give files on year of construction, type of building, heating, energy carrier, dwellings or inhabitants.</source>
        <translation>In {files} steht keine bekannte Angabe des Zensus. Gefundene Überschriften: {headings}. Bitte Dateien zu Baujahr, Gebäudetyp, Heizungsart, Energieträger, Wohnungen oder Einwohnern angeben.</translation>
    </message>
    <message>
        <source>No layer or file is given. Choose one, or let the services be asked (SOURCE=online).</source>
        <translation>Es ist kein Layer und keine Datei angegeben. Bitte eine Quelle wählen oder die Dienste fragen lassen (SOURCE=online).</translation>
    </message>
    <message>
        <source>No municipality bears the key {ags} today; Saxon keys that began so ended with the district reform of 1 August 2008. Similar keys: {near}. Choose the municipality by its name, or correct the digits.</source>
        <translation>Den Schlüssel {ags} trägt heute keine Gemeinde; sächsische Schlüssel mit diesem Anfang endeten mit der Kreisreform vom 1. August 2008. Ähnliche Schlüssel: {near}. Bitte die Gemeinde nach ihrem Namen wählen oder die Ziffern berichtigen.</translation>
    </message>
    <message>
        <source>No municipality has been chosen. Type its name or its eight-digit key (AGS).</source>
        <translation>Es ist keine Gemeinde gewählt. Bitte den Namen oder den achtstelligen Gemeindeschlüssel (AGS) eingeben.</translation>
    </message>
    <message>
        <source>No municipality in Saxony is called “{text}”. For other states type the eight-digit key (AGS).</source>
        <translation>In Sachsen gibt es keine Gemeinde „{text}“. Für andere Länder bitte den achtstelligen Gemeindeschlüssel (AGS) eingeben.</translation>
    </message>
    <message>
        <source>No municipality key (AGS) was given: it is that of the workspace, {ags} {name}.</source>
        <translation>Kein Gemeindeschlüssel (AGS) angegeben: Es gilt der des Arbeitsbereichs, {ags} {name}.</translation>
    </message>
    <message>
        <source>No municipality of Saxony has or had the key {ags} since August 2008. It is used as given: the name is missing on the maps, and the register and boundary layers will hardly hold it. Check the digits.</source>
        <translation>Eine sächsische Gemeinde mit dem Schlüssel {ags} ist nicht bekannt, weder heute noch als Vorgängerin seit August 2008. Er wird verwendet wie angegeben: Auf den Karten fehlt der Name, und Register und Grenzlayer enthalten ihn kaum. Bitte die Ziffern prüfen.</translation>
    </message>
    <message>
        <source>No parcels in the workspace: probes stand on free land of the blocks near heated buildings, with a flat deduction for borders (assumption).</source>
        <translation>Keine Flurstücke im Arbeitsbereich: Sonden stehen auf freien Flächen der Baublöcke nahe beheizten Gebäuden, mit pauschalem Abzug für Grenzabstände (Annahme).</translation>
    </message>
    <message>
        <source>No plant was given: a probe field for the cold network was proposed. Please replace it by what the place offers.</source>
        <translation>Kein Erzeuger angegeben: Vorgeschlagen ist ein Erdsondenfeld für das kalte Netz. Bitte durch das ersetzen, was der Ort bietet.</translation>
    </message>
    <message>
        <source>No plant was given: an air heat pump that just meets the legal share of new networks and a gas boiler were proposed. Please replace them by what the place offers.</source>
        <translation>Kein Erzeuger angegeben: Vorgeschlagen sind eine Luftwärmepumpe, die den gesetzlichen Anteil neuer Netze gerade erreicht, und ein Gaskessel. Bitte durch das ersetzen, was der Ort bietet.</translation>
    </message>
    <message>
        <source>No print layout for {themes}: the workspace holds nothing such a map could show.</source>
        <translation>Kein Layout für {themes}: Der Arbeitsbereich enthält nichts, was eine solche Karte zeigen könnte.</translation>
    </message>
    <message>
        <source>No roof surface names its building (fields ID, Obj_Parent). Please load the delivery unchanged.</source>
        <translation>Keine Dachfläche nennt ihr Gebäude (Felder ID, Obj_Parent). Bitte die Lieferung unverändert laden.</translation>
    </message>
    <message>
        <source>No scenario is marked as decisive (WPG § 17).</source>
        <translation>Kein Szenario ist als maßgeblich gekennzeichnet (WPG § 17).</translation>
    </message>
    <message>
        <source>No service is called {id}. There are: {known}.</source>
        <translation>Keinen Dienst nennt EnAct {id}. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>No service is known for: {titles}. Files can be given.</source>
        <translation>Kein Dienst bekannt für: {titles}. Dafür können Dateien angegeben werden.</translation>
    </message>
    <message>
        <source>No space is left in {path}. Make room and start again; the state before stands.</source>
        <translation>In {path} ist kein Platz mehr. Bitte Platz schaffen und neu starten; der bisherige Stand ist erhalten.</translation>
    </message>
    <message>
        <source>No street is of a class along which a building may stand (streets in the layer: {total}); footpaths, drives and motorways do not count. Please check the column of the street class when loading streets.</source>
        <translation>Keine Straße gehört zu einer Klasse, an der ein Gebäude liegen kann (Straßen in der Ebene: {total}); Fußwege, Zufahrten und Autobahnen zählen nicht. Bitte beim Laden der Straßen die Spalte der Straßenklasse prüfen.</translation>
    </message>
    <message>
        <source>No supply was reckoned for this variant: heat is bought at the figure of network_costs, an assumption. Please run “{algorithm}” first for figures of your plants.</source>
        <translation>Für diese Variante ist keine Erzeugung berechnet: Die Wärme wird zum Wert der Tabelle network_costs bezogen, einer Annahme. Für Zahlen Ihrer Erzeuger bitte zuerst „{algorithm}“ ausführen.</translation>
    </message>
    <message>
        <source>No unit is named. Give MaStR numbers, or select units in a layer and tick “Selected features only”.</source>
        <translation>Es ist keine Anlage genannt. Bitte MaStR-Nummern angeben oder Anlagen in einem Layer auswählen und „Nur gewählte Objekte“ anhaken.</translation>
    </message>
    <message>
        <source>None of the data sets could be loaded. The project is as it was before. {reasons}</source>
        <translation>Es ließ sich kein Datensatz laden. Das Projekt ist wie zuvor. {reasons}</translation>
    </message>
    <message>
        <source>None of the data sets could be loaded: {titles}. The project is as it was before. The log says why.</source>
        <translation>Es ließ sich kein Datensatz laden: {titles}. Das Projekt ist wie zuvor. Die Gründe stehen im Protokoll.</translation>
    </message>
    <message>
        <source>None of the files could be loaded. {reasons}</source>
        <translation>Keine der Dateien ließ sich laden. {reasons}</translation>
    </message>
    <message>
        <source>None of the services delivered anything. {reasons}</source>
        <translation>Keiner der Dienste hat etwas geliefert. {reasons}</translation>
    </message>
    <message>
        <source>None of the {total} {total:building|buildings} is heated and has a floor area. Please check use and storeys in the layer “Building stock (completed)”.</source>
        <translation>Keines der {total} {total:Gebäude|Gebäude} ist beheizt und hat eine Energiebezugsfläche. Bitte Nutzung und Geschosse in der Ebene „Gebäudebestand (ergänzt)“ prüfen.</translation>
    </message>
    <message>
        <source>None of the {total} {total:building|buildings} is heated. Please check their use.</source>
        <translation>Keines der {total} {total:Gebäude|Gebäude} ist beheizt. Bitte die Nutzung prüfen.</translation>
    </message>
    <message>
        <source>None of the {total} {total:building|buildings} is heated: no street section would have one. Please check the use in the layer “Building stock (completed)”.</source>
        <translation>Keines der {total} {total:Gebäude|Gebäude} ist beheizt: Kein Straßenabschnitt hätte eines. Bitte die Nutzung in der Ebene „Gebäudebestand (ergänzt)“ prüfen.</translation>
    </message>
    <message>
        <source>None of the {total} {total:building|buildings} is heated: there is nothing to form blocks around. Please check the use in the layer “Building stock (completed)”.</source>
        <translation>Keines der {total} {total:Gebäude|Gebäude} ist beheizt: Es gibt nichts, um das ein Baublock liegen könnte. Bitte die Nutzung in der Ebene „Gebäudebestand (ergänzt)“ prüfen.</translation>
    </message>
    <message>
        <source>Northings and eastings of {layer} are swapped (for instance {easting} / {northing}). Reverse the axis order of the layer and start again.</source>
        <translation>In {layer} sind Hoch- und Rechtswerte vertauscht (zum Beispiel {easting} / {northing}). Bitte die Achsenreihenfolge des Layers umkehren und neu starten.</translation>
    </message>
    <message>
        <source>Not all rows of the register could be read, or parts or pages are missing: the sums may be too low, and none of them counts as complete.</source>
        <translation>Nicht alle Zeilen des Registers waren lesbar, oder Teile oder Seiten fehlen: Die Summen können zu niedrig sein, keine gilt als vollständig.</translation>
    </message>
    <message>
        <source>Not asked for, because without a boundary no area is known: {titles}. Give a file of the boundary or of the districts, leave the services switched on (ONLINE=yes), and run it again.</source>
        <translation>Nicht abgerufen, weil ohne Grenze kein Gebiet bekannt ist: {titles}. Bitte eine Datei der Gemeindegrenze oder der Ortsteile angeben, die Dienste eingeschaltet lassen (ONLINE=yes) und noch einmal starten.</translation>
    </message>
    <message>
        <source>Not corrected for the weather.</source>
        <translation>Ohne Witterungskorrektur.</translation>
    </message>
    <message>
        <source>Not counted: steep {steep} ({steep_m2} m²), very small {tiny} ({tiny_m2} m²), under other roofs {covered_m2} m².</source>
        <translation>Nicht gezählt: steil {steep} ({steep_m2} m²), sehr klein {tiny} ({tiny_m2} m²), unter anderen Dächern {covered_m2} m².</translation>
    </message>
    <message>
        <source>Not given: {titles}</source>
        <translation>Nicht angegeben: {titles}</translation>
    </message>
    <message>
        <source>Not in the history, because their register number is missing or stands twice: {count} {count:unit|units}.</source>
        <translation>Nicht im Verlauf, weil ihre MaStR-Nummer fehlt oder doppelt steht: {count} {count:Einheit|Einheiten}.</translation>
    </message>
    <message>
        <source>Not in the open project yet: {layers}. “Assemble project” (enact:assembleproject) takes it in; then open the project again in QGIS.</source>
        <translation>Noch nicht im geöffneten Projekt: {layers}. „Projekt zusammenstellen“ (enact:assembleproject) nimmt es auf; danach das Projekt in QGIS erneut öffnen.</translation>
    </message>
    <message>
        <source>Not loaded, or only in part: {titles}. The reasons stand further up.</source>
        <translation>Nicht oder nicht ganz geladen: {titles}. Die Gründe stehen weiter oben.</translation>
    </message>
    <message>
        <source>Nothing new can be had now. What was delivered on {date} is still on this computer; without 'Ask the services anew' it is taken.</source>
        <translation>Neues ist gerade nicht zu bekommen. Was am {date} geliefert wurde, liegt noch auf diesem Rechner; ohne „Dienste neu fragen“ wird es genommen.</translation>
    </message>
    <message>
        <source>Nothing says what to do. Choose: accept a finding, correct a value, or withdraw what was said.</source>
        <translation>Es fehlt, was zu tun ist. Bitte wählen: bestätigen, berichtigen oder zurücknehmen.</translation>
    </message>
    <message>
        <source>Nothing says which field is to be corrected. Choose one.</source>
        <translation>Es fehlt, welches Feld berichtigt werden soll. Bitte ein Feld wählen.</translation>
    </message>
    <message>
        <source>Nothing that could be withdrawn has been said of {ids} (field: {columns}, finding: {finding}).</source>
        <translation>Zu {ids} liegt nichts vor, was zurückgenommen werden könnte (Feld: {columns}, Auffälligkeit: {finding}).</translation>
    </message>
    <message>
        <source>Nothing to compare: no state of the register before {date} was loaded. Load another one, or give a date.</source>
        <translation>Nichts zu vergleichen: Vor dem {date} wurde kein Stand des Registers geladen. Bitte einen weiteren laden oder ein Datum angeben.</translation>
    </message>
    <message>
        <source>Now run “Heat demand of buildings” (enact:heatdemand), or “Analyse heat”: it takes the totals in.</source>
        <translation>Nun „Wärmebedarf der Gebäude“ (enact:heatdemand) oder „Wärme analysieren“ ausführen: Dabei gehen die Summen ein.</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Of the changed ones, planned before and in operation now: {count}.</source>
        <translation>Von den geänderten vorher geplant, jetzt in Betrieb: {count}.</translation>
    </message>
    <message>
        <source>On {date} no state of the register was loaded yet. States that are there: {states}.</source>
        <translation>Zum {date} liegt noch kein Stand des Registers vor. Vorhandene Stände: {states}.</translation>
    </message>
    <message>
        <source>One table uses one factor set; given are {sets}. Please choose one.</source>
        <translation>Eine Tabelle rechnet mit einem Faktorensatz, gegeben sind {sets}. Bitte einen wählen.</translation>
    </message>
    <message>
        <source>Only a part of {expected} {expected:row|rows} in {layer} could be read ({read}). Close other programs that write into it and start again.</source>
        <translation>Von {expected} {expected:Zeile|Zeilen} in {layer} ließ sich nur ein Teil lesen ({read}). Bitte andere Programme schließen, die darin schreiben, und neu starten.</translation>
    </message>
    <message>
        <source>Only a part of {expected} {expected:row|rows} of {layer} arrived in {path} ({count}). The state before stands. Start again.</source>
        <translation>Von {expected} {expected:Zeile|Zeilen} der Ebene {layer} kam nur ein Teil in {path} an ({count}). Der bisherige Stand ist erhalten. Bitte neu starten.</translation>
    </message>
    <message>
        <source>Only one energy carrier was loaded: sums of all carriers do not count as complete.</source>
        <translation>Nur ein Energieträger wurde geladen: Summen über alle Energieträger gelten nicht als vollständig.</translation>
    </message>
    <message>
        <source>Only {count} of {expected} {expected:row|rows} arrived in {path}. Choose another folder, or free space on the disk.</source>
        <translation>Nur {count} von {expected} {expected:Zeile|Zeilen} {count:ist|sind} in {path} angekommen. Bitte einen anderen Ordner wählen oder Platz auf dem Datenträger schaffen.</translation>
    </message>
    <message>
        <source>Open findings on generation that exists: {units} of {total} {total:unit|units}, gross {gross_kw} of {total_gross_kw} kW, net {net_kw} of {total_net_kw} kW. The values may be wrong and go into the figures all the same (columns …_with_findings). The layer of findings tells which.</source>
        <translation>Offene Auffälligkeiten an der bestehenden Erzeugung: {units} von {total} {total:Anlage|Anlagen}, brutto {gross_kw} von {total_gross_kw} kW, netto {net_kw} von {total_net_kw} kW. Die Werte können falsch sein und gehen trotzdem in die Kennzahlen ein (Spalten …_with_findings). Welche es sind, zeigt der Layer „Auffälligkeiten“.</translation>
    </message>
    <message>
        <source>Opening {path}</source>
        <translation>{path} wird geöffnet</translation>
    </message>
    <message>
        <source>Other buildings: floor area × specific need of the IWU typology by category and age, hot water inside.</source>
        <translation>Nichtwohngebäude: Energiebezugsfläche × Kennwert der IWU-Typologie nach Kategorie und Baualter, Warmwasser darin.</translation>
    </message>
    <message>
        <source>Outdoor units by the limits of TA Lärm at night, with the sound power of units that are funded since 2026 (heat_pump_sizes.csv); the limits of areas are taken by the use of the neighbouring building.</source>
        <translation>Außengeräte nach den Richtwerten der TA Lärm bei Nacht, mit der Schallleistung seit 2026 geförderter Geräte (heat_pump_sizes.csv); die Richtwerte der Gebiete sind nach der Nutzung des Nachbargebäudes angesetzt.</translation>
    </message>
    <message>
        <source>Outside the years of the factor set the nearest year counts.</source>
        <translation>Außerhalb der Jahre des Faktorensatzes gilt das nächste Jahr.</translation>
    </message>
    <message>
        <source>Overdue tasks of the project “{name}”: {count}. Please move their dates or mark them as done.</source>
        <translation>Überfällige Aufgaben des Projekts „{name}“: {count}. Bitte Termine verschieben oder als erledigt markieren.</translation>
    </message>
    <message>
        <source>Overlapping totals that contradict each other even after {rounds} rounds: {groups} ({examples}). They are not applied.</source>
        <translation>Sich überschneidende Summen, die einander auch nach {rounds} Runden widersprechen: {groups} ({examples}). Sie werden nicht angewandt.</translation>
    </message>
    <message>
        <source>Own heaters: refurbishment, radiators and grid connections are not looked at; all customers of the network pay the same price for heat.</source>
        <translation>Eigene Heizungen: Sanierung, Heizkörper und Netzanschlüsse sind nicht betrachtet; alle Abnehmer des Netzes zahlen denselben Wärmepreis.</translation>
    </message>
    <message>
        <source>Own rule of data protection {rule} cannot be read ({problem}). Rows have the columns of EnAct's table privacy_rules.csv and concern one of its attributes.</source>
        <translation>Eigene Datenschutzregel {rule} ist nicht lesbar ({problem}). Zeilen haben die Spalten der EnAct-Tabelle privacy_rules.csv und betreffen eine ihrer Größen.</translation>
    </message>
    <message>
        <source>Own rule of data protection {rule}: {value} protects less than EnAct's {limit}. Own rules may be stricter only.</source>
        <translation>Eigene Datenschutzregel {rule}: {value} schützt weniger als {limit} von EnAct. Eigene Regeln dürfen nur strenger sein.</translation>
    </message>
    <message>
        <source>Page with the file</source>
        <translation>Seite mit der Datei</translation>
    </message>
    <message>
        <source>Pairs of groups of one carrier with the same address: {overlaps} ({examples}). Please clarify whether both totals hold.</source>
        <translation>Paare von Gruppen eines Energieträgers mit derselben Adresse: {overlaps} ({examples}). Bitte klären, ob beide Summen gelten.</translation>
    </message>
    <message>
        <source>Peak with losses {peak_kw} kW, up to DN {dn}; {bar} bar lost on the worst path; heat losses {loss_mwh} MWh/a ({percent} % of the heat fed in).</source>
        <translation>Spitze mit Verlusten {peak_kw} kW, bis DN {dn}; {bar} bar Druckverlust auf dem ungünstigsten Weg; Wärmeverluste {loss_mwh} MWh/a ({percent} % der Einspeisung).</translation>
    </message>
    <message>
        <source>Photovoltaics and solar heat stand on the same roofs: do not add them up.</source>
        <translation>Photovoltaik und Solarthermie stehen auf denselben Dächern: nicht addieren.</translation>
    </message>
    <message>
        <source>Place (coordinates)</source>
        <translation>Ort (Koordinaten)</translation>
    </message>
    <message>
        <source>Placing buildings</source>
        <translation>Gebäude werden gesetzt</translation>
    </message>
    <message>
        <source>Planned, closed or of unknown status: {count} of {total} {total:unit|units}; in no sum.</source>
        <translation>Geplant, stillgelegt oder ohne bekannten Status: {count} von {total} {total:Einheit|Einheiten}; in keiner Summe enthalten.</translation>
    </message>
    <message>
        <source>Plants ({expected}) and heat networks ({crs}) are not in the same coordinate reference system. Load the networks into the workspace again.</source>
        <translation>Anlagen ({expected}) und Wärmenetze ({crs}) liegen nicht im selben Koordinatensystem. Die Netze erneut in den Arbeitsbereich laden.</translation>
    </message>
    <message>
        <source>Plants as of {date}</source>
        <translation>Energieanlagen am {date}</translation>
    </message>
    <message>
        <source>Plants as of {date} ({count} of {total} existing ones without a place)</source>
        <translation>Energieanlagen am {date} ({count} von {total} bestehenden ohne Lage)</translation>
    </message>
    <message>
        <source>Plants beside heat networks: proposed {proposed}, confirmed {confirmed}, rejected {rejected}</source>
        <translation>Anlagen an Wärmenetzen: vorgeschlagen {proposed}, bestätigt {confirmed}, abgelehnt {rejected}</translation>
    </message>
    <message>
        <source>Plants follow the load at once: start-up, minimum load and maintenance are not looked at; within a day the store knows what is coming.</source>
        <translation>Die Erzeuger folgen der Last sofort: Anfahren, Mindestlast und Wartung sind nicht betrachtet; der Speicher kennt die Last des nächsten Tages.</translation>
    </message>
    <message>
        <source>Postcode areas cannot be compared: only {percent} % of existing generation units and {percent_kw} % of their power name one ({least} % are needed).</source>
        <translation>Postleitzahlgebiete lassen sich nicht vergleichen: Nur {percent} % der bestehenden Erzeuger und {percent_kw} % ihrer Leistung nennen eines (nötig sind {least} %).</translation>
    </message>
    <message>
        <source>Power is annual heat by full-load hours, summed without simultaneity.</source>
        <translation>Leistung ist Jahreswärme durch Vollbenutzungsstunden, summiert ohne Gleichzeitigkeit.</translation>
    </message>
    <message>
        <source>Power of outdoor units is what the distances allow, whatever is needed in the building.</source>
        <translation>Leistung der Außengeräte ist, was die Abstände zulassen, gleich was im Gebäude gebraucht wird.</translation>
    </message>
    <message>
        <source>Preparing layers</source>
        <translation>Kartendaten werden vorbereitet</translation>
    </message>
    <message>
        <source>Probes stand on parcels with heated buildings, away from borders and buildings.</source>
        <translation>Sonden stehen auf Flurstücken mit beheizten Gebäuden, mit Abstand zu Grenzen und Gebäuden.</translation>
    </message>
    <message>
        <source>Process heat is not in the figures: it has to be asked from the companies.</source>
        <translation>Prozesswärme ist in den Zahlen nicht enthalten: Sie ist bei den Betrieben zu erfragen.</translation>
    </message>
    <message>
        <source>Project “{name}”: {project_stage}.</source>
        <translation>Projekt „{name}“: {project_stage}.</translation>
    </message>
    <message>
        <source>Proposed supply areas: {count} – heat network {network} MWh/a, hydrogen {hydrogen} MWh/a, decentral {decentral} MWh/a, under study {study} MWh/a.</source>
        <translation>Vorgeschlagene Versorgungsgebiete: {count} – Wärmenetz {network} MWh/a, Wasserstoff {hydrogen} MWh/a, dezentral {decentral} MWh/a, Prüfgebiet {study} MWh/a.</translation>
    </message>
    <message>
        <source>Putting the objects into one layer: answer {page} of {total} …</source>
        <translation>Objekte werden in einen Layer geschrieben: Antwort {page} von {total} …</translation>
    </message>
    <message>
        <source>Putting the stock together (buildings: {rows}) …</source>
        <translation>Stelle den Bestand zusammen (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>QGIS could not open the project {path}. Open it in QGIS by hand, or assemble it again.</source>
        <translation>QGIS konnte das Projekt {path} nicht öffnen. Bitte von Hand in QGIS öffnen oder noch einmal zusammenstellen.</translation>
    </message>
    <message>
        <source>QGIS does not start the work: {reason}</source>
        <translation>QGIS beginnt nicht mit der Arbeit: {reason}</translation>
    </message>
    <message>
        <source>QGIS has no authentication configuration “{id}” for {host}, or its store of passwords is locked. Check it under Settings, Options, Authentication.</source>
        <translation>QGIS hat für {host} keine Authentifizierungskonfiguration „{id}“, oder sein Kennwortspeicher ist gesperrt. Bitte unter Einstellungen, Optionen, Authentifizierung prüfen.</translation>
    </message>
    <message>
        <source>QGIS has no definition of the coordinate reference system {crs}. Restart QGIS and run again; nothing was changed.</source>
        <translation>QGIS hat keine Definition des Koordinatenbezugssystems {crs}. Bitte QGIS neu starten und noch einmal laden; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>QGIS' Python lacks {package} or newer. Windows and macOS: use the QGIS installer from qgis.org (3.40 or newer), which brings it along. Linux: install the distribution's package (python3-geopandas and the like) if it is new enough, else run &quot;make install&quot; from EnAct's source, which puts it beside the plugin. Then start QGIS again.</source>
        <translation>Dem Python von QGIS fehlt {package} oder neuer. Windows und macOS: QGIS mit dem Installationsprogramm von qgis.org (3.40 oder neuer) einrichten, es bringt das Paket mit. Linux: das Paket der Distribution installieren (python3-geopandas und so fort), wenn es neu genug ist, sonst „make install“ aus dem Quelltext von EnAct ausführen; es legt das Paket neben das Plugin. Danach QGIS neu starten.</translation>
    </message>
    <message>
        <source>Reading buildings (rows: {rows}) …</source>
        <translation>Gebäude werden gelesen (Zeilen: {rows}) …</translation>
    </message>
    <message>
        <source>Reading the table {table} …</source>
        <translation>Tabelle {table} wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the units …</source>
        <translation>Einheiten werden gelesen …</translation>
    </message>
    <message>
        <source>Reading what other tables say of the units ({units}) …</source>
        <translation>Angaben anderer Tabellen zu den Einheiten ({units}) werden gelesen …</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>{file} wird gelesen …</translation>
    </message>
    <message>
        <source>Reading {path} …</source>
        <translation>{path} wird gelesen …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Daten werden gelesen …</translation>
    </message>
    <message>
        <source>Reckoned with own tables ({path}); rows that differ from EnAct's: {tables}.</source>
        <translation>Mit eigenen Tabellen gerechnet ({path}); abweichende Zeilen: {tables}.</translation>
    </message>
    <message>
        <source>Recognised as LoD2 surfaces by the fields {fields}.</source>
        <translation>An den Feldern {fields} als LoD2-Flächen erkannt.</translation>
    </message>
    <message>
        <source>Recognised as OpenStreetMap data by the field {fields}.</source>
        <translation>Am Feld {fields} als OpenStreetMap-Daten erkannt.</translation>
    </message>
    <message>
        <source>Recognised as cadastre data by the fields {fields}.</source>
        <translation>An den Feldern {fields} als Katasterdaten erkannt.</translation>
    </message>
    <message>
        <source>Refused, because fewer than {minimum} house numbers are summed up: {rows} of {total} ({examples}) – single-family house {single_family}, perhaps one {may_be}, no building {no_building}. Please ask for larger groups, or complete the type of building.</source>
        <translation>Abgelehnt, weil weniger als {minimum} Hausnummern zusammengefasst sind: {rows} von {total} ({examples}) – Einfamilienhaus {single_family}, vielleicht eines {may_be}, ohne Gebäude {no_building}. Bitte größere Gruppen anfordern oder die Gebäudeart ergänzen.</translation>
    </message>
    <message>
        <source>Renewable heat and waste heat: {percent} % – WPG § 30 asks {least} % of new networks. Please plan more of it.</source>
        <translation>Erneuerbare Wärme und Abwärme: {percent} % – WPG § 30 verlangt {least} % von neuen Netzen. Bitte mehr davon einplanen.</translation>
    </message>
    <message>
        <source>Renewable heat and waste heat: {percent} % – the {least} % that WPG § 30 asks of new networks are met.</source>
        <translation>Erneuerbare Wärme und Abwärme: {percent} % – die {least} % nach WPG § 30 für neue Netze sind erreicht.</translation>
    </message>
    <message>
        <source>Replacing {layer} …</source>
        <translation>Ersetze {layer} …</translation>
    </message>
    <message>
        <source>Reply: groups answered {answered} of {total} – missing {missing}, without figures {empty}, other addresses {changed}, not asked for {not_asked}. The sheet of questions lists them.</source>
        <translation>Antwort: beantwortete Gruppen {answered} von {total} – fehlend {missing}, ohne Angabe {empty}, andere Adressen {changed}, nicht angefragt {not_asked}. Das Blatt „Rückfragen“ führt sie auf.</translation>
    </message>
    <message>
        <source>Roof photovoltaics: {mw} MW and {mwh} MWh/a on buildings: {buildings} (technical potential).</source>
        <translation>Dach-Photovoltaik: {mw} MW und {mwh} MWh/a auf Gebäuden: {buildings} (technisches Potenzial).</translation>
    </message>
    <message>
        <source>Roof surfaces without heights: {count} of {all}; their direction is unknown. Please load 3D geometry.</source>
        <translation>Dachflächen ohne Höhen: {count} von {all}; ihre Ausrichtung ist unbekannt. Bitte 3D-Geometrie laden.</translation>
    </message>
    <message>
        <source>Roofs: {roofs}, of these with another delivered area {area}, with another tilt {tilt} than the geometry; the geometry counts.</source>
        <translation>Dächer: {roofs}, davon mit anderer gelieferter Fläche {area}, mit anderer Neigung {tilt} als die Geometrie; es gilt die Geometrie.</translation>
    </message>
    <message>
        <source>Row {row} of {path} cannot be read: “{text}”. Please correct it.</source>
        <translation>Zeile {row} in {path} ist nicht lesbar: „{text}“. Bitte berichtigen.</translation>
    </message>
    <message>
        <source>Rows not taken: {rows} of {total} (for instance row {lines}): no place {no_place}, no value {no_value}, unreadable {unreadable}, negative {negative}, unit unknown {unit_unknown}, m³ without calorific value {no_calorific_value}, upper value not convertible {no_calorific_ratio}.</source>
        <translation>Nicht übernommene Zeilen: {rows} von {total} (zum Beispiel Zeile {lines}): ohne Ort {no_place}, ohne Wert {no_value}, unlesbar {unreadable}, negativ {negative}, Einheit unbekannt {unit_unknown}, m³ ohne Brennwert {no_calorific_value}, Brennwert nicht umrechenbar {no_calorific_ratio}.</translation>
    </message>
    <message>
        <source>Rows of districts hold units with a point, and units without one whose postcode area lies wholly inside the district; up to 30 kW the register publishes no place. Their completeness stands in each row.</source>
        <translation>Ortsteile enthalten Anlagen mit Lage und solche ohne Lage, deren Postleitzahlgebiet ganz im Ortsteil liegt; bis 30 kW veröffentlicht das Register keinen Ort. Ob eine Summe vollständig ist, steht in jeder Zeile.</translation>
    </message>
    <message>
        <source>Rows over more than {years} years: {rows} ({examples}). The law allows the mean of the last {years}; please ask the supplier.</source>
        <translation>Zeilen über mehr als {years} Jahre: {rows} ({examples}). Das WPG lässt das Mittel der letzten {years} Jahre zu; bitte beim Lieferanten klären.</translation>
    </message>
    <message>
        <source>Rows read: {rows} …</source>
        <translation>Gelesene Zeilen: {rows} …</translation>
    </message>
    <message>
        <source>Rows that repeat another and count once: {rows} of {total}.</source>
        <translation>Zeilen, die eine andere wiederholen und einmal zählen: {rows} von {total}.</translation>
    </message>
    <message>
        <source>Rows with negative final energy: {count}, the lowest {kwh} kWh ({year}, {sector}, {carrier}). Please check them.</source>
        <translation>Zeilen mit negativer Endenergie: {count}, am kleinsten {kwh} kWh ({year}, {sector}, {carrier}). Bitte prüfen.</translation>
    </message>
    <message>
        <source>Rows without a climate factor, with the raw figure only: {rows} of {total}.</source>
        <translation>Zeilen ohne Klimafaktor, nur mit dem gemessenen Wert: {rows} von {total}.</translation>
    </message>
    <message>
        <source>Rows without a year: {count}. Please enter it.</source>
        <translation>Zeilen ohne Jahr: {count}. Bitte eintragen.</translation>
    </message>
    <message>
        <source>Rows without final energy: {count}. Please enter it or delete them.</source>
        <translation>Zeilen ohne Endenergie: {count}. Bitte eintragen oder löschen.</translation>
    </message>
    <message>
        <source>Running the plants through the year</source>
        <translation>Erzeuger durch das Jahr fahren</translation>
    </message>
    <message>
        <source>SOURCE_FACTS names &quot;{name}&quot;, which takes none. Allowed are: {names}.</source>
        <translation>SOURCE_FACTS nennt „{name}“; dafür gibt es dort keine Angaben. Möglich sind: {names}.</translation>
    </message>
    <message>
        <source>Saving by refurbishment of all buildings: {mwh} MWh/a ({percent} % of useful heat), of it outside of blocks {outside} MWh/a.</source>
        <translation>Einsparung durch Sanierung aller Gebäude: {mwh} MWh/a ({percent} % der Nutzwärme), davon außerhalb von Baublöcken {outside} MWh/a.</translation>
    </message>
    <message>
        <source>Saving by refurbishment: from the average stock (KWW) to the state of TABULA on the metered level; non-residential buildings by heat_rules.csv.</source>
        <translation>Einsparung durch Sanierung: vom Bestandsmittel (KWW) zum Zustand nach TABULA auf gemessenem Niveau; Nichtwohngebäude nach heat_rules.csv.</translation>
    </message>
    <message>
        <source>Seen working</source>
        <translation>Arbeitend gesehen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Service pipes longer than {limit_m} m: {count}. Often a street is missing in the data there; further routes can be given (parameter ROUTES).</source>
        <translation>Hausanschlüsse über {limit_m} m: {count}. Oft fehlt dort eine Straße in den Daten; weitere Trassen können angegeben werden (Parameter ROUTES).</translation>
    </message>
    <message>
        <source>Service pipes that lead through a building of the same property: {count}; they are marked in the layer.</source>
        <translation>Hausanschlüsse durch ein Gebäude desselben Grundstücks: {count}; sie sind in der Ebene markiert.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Services checked: {count}; as expected: {working}. Pages with files that serve instead stand in the table (OUTPUT) and in docs/dienste.md.</source>
        <translation>Dienste geprüft: {count}, wie erwartet: {working}. Seiten mit Dateien, die einen Dienst ersetzen, stehen in der Tabelle (OUTPUT) und in docs/dienste.md.</translation>
    </message>
    <message>
        <source>Shares of carriers are shares of final energy.</source>
        <translation>Anteile der Energieträger sind Anteile an der Endenergie.</translation>
    </message>
    <message>
        <source>Similar to {ags}: {near}.</source>
        <translation>Dem Schlüssel {ags} ähnlich: {near}.</translation>
    </message>
    <message>
        <source>Solar heat: {mwh} MWh/a on buildings: {buildings}; do not add it to roof photovoltaics.</source>
        <translation>Solarthermie: {mwh} MWh/a auf Gebäuden: {buildings}; nicht zur Dach-Photovoltaik addieren.</translation>
    </message>
    <message>
        <source>State of the data: {date}, as the name of the export says.</source>
        <translation>Stand der Daten: {date}, laut Dateiname des Exports.</translation>
    </message>
    <message>
        <source>State of the data: {date}, the day of the newest change in it; the export states no later day.</source>
        <translation>Stand der Daten: {date}, der Tag der neuesten Änderung darin; der Export nennt keinen späteren Tag.</translation>
    </message>
    <message>
        <source>State of the data: {date}, the day on which the files of the export were written.</source>
        <translation>Stand der Daten: {date}, der Tag, an dem die Dateien des Exports geschrieben wurden.</translation>
    </message>
    <message>
        <source>State of {date}: {units} {units:unit|units}, with the planned and closed ones. Existing: {total}. On the map, of all: {count}.</source>
        <translation>Stand vom {date}: {units} {units:Einheit|Einheiten} samt geplanten und stillgelegten. Bestehend: {total}. Auf der Karte, von allen: {count}.</translation>
    </message>
    <message>
        <source>Storage is never added to generation: the sum of all carriers leaves it out, its capacity stands in a column of its own.</source>
        <translation>Speicher werden nie zur Erzeugung gezählt: Die Summe aller Energieträger lässt sie aus, ihre Kapazität steht in einer eigenen Spalte.</translation>
    </message>
    <message>
        <source>Storeys unknown, so without floor area: {count} of {total} {total:building|buildings}.</source>
        <translation>Geschosszahl unbekannt, daher ohne Energiebezugsfläche: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Storeys – way “{value_source}”: on {count} {count:building|buildings} with counted storeys it is off by {bias} on average (amount {error}).</source>
        <translation>Geschosse – Weg „{value_source}“: auf {count} {count:Gebäude|Gebäuden} mit gezählten Geschossen im Mittel {bias} daneben (Betrag {error}).</translation>
    </message>
    <message>
        <source>Storing styles in {path}</source>
        <translation>Darstellungen werden in {path} gespeichert</translation>
    </message>
    <message>
        <source>Sums count existing units: in operation or temporarily closed. Planned and closed units are in no sum.</source>
        <translation>Die Summen zählen bestehende Anlagen: in Betrieb oder vorübergehend stillgelegt. Geplante und endgültig stillgelegte stehen in keiner Summe.</translation>
    </message>
    <message>
        <source>Taken over from an earlier run, as nothing else was given: {sources}. To change it, give it anew; to drop it, switch on “Forget inhabitants and targets of earlier runs” (FORGET).</source>
        <translation>Aus einem früheren Lauf übernommen, weil nichts anderes angegeben ist: {sources}. Zum Ändern neu angeben; soll es nicht mehr gelten, „Einwohnerzahl und Ziele früherer Läufe vergessen“ (FORGET) einschalten.</translation>
    </message>
    <message>
        <source>Taking ages and heaters from the census (buildings: {rows}) …</source>
        <translation>Nehme Baualter und Heizungen aus dem Zensus (Gebäude: {rows}) …</translation>
    </message>
    <message>
        <source>The LoD2 data hold no ground surfaces (Geometr_3D = Ground), only: {surfaces}. Choose the file with all surfaces.</source>
        <translation>Die LoD2-Daten enthalten keine Grundflächen (Geometr_3D = Ground), sondern nur: {surfaces}. Bitte die Datei mit allen Flächen wählen.</translation>
    </message>
    <message>
        <source>The LoD2 data hold no roof surfaces (found: {surfaces}). Please load the delivery with Geometr_3D = Roof.</source>
        <translation>Die LoD2-Daten enthalten keine Dachflächen (gefunden: {surfaces}). Bitte die Lieferung mit Geometr_3D = Roof laden.</translation>
    </message>
    <message>
        <source>The Processing algorithm {id} is not there. Check in the plugin manager that Processing and EnAct are switched on, and restart QGIS.</source>
        <translation>Der Verarbeitungsalgorithmus {id} fehlt. Bitte in der Erweiterungsverwaltung prüfen, ob „Processing“ und „EnAct“ eingeschaltet sind, und QGIS neu starten.</translation>
    </message>
    <message>
        <source>The answer of {host} is larger than {size} MB and was broken off. Check the address.</source>
        <translation>Die Antwort von {host} ist größer als {size} MB und wurde abgebrochen. Bitte die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The archive {path} holds the same part of a table twice: {member} and {other}. Which one counts cannot be told; leave only one export in the archive.</source>
        <translation>Das Archiv {path} enthält denselben Teil einer Tabelle zweimal: {member} und {other}. Welcher gilt, lässt sich nicht erkennen; lassen Sie nur einen Export im Archiv.</translation>
    </message>
    <message>
        <source>The archive {path} lists {members} files, more than the {limit} that an export of the register may have. It is not read; load the export from the register again.</source>
        <translation>Das Archiv {path} nennt {members} Dateien, mehr als die {limit}, die ein Export des Registers haben darf. Es wird nicht gelesen. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The areas are a proposal along the borders of blocks; they bind nobody until a plan is decided, and even then have no external legal effect (WPG § 23 (4)).</source>
        <translation>Die Gebiete sind ein Vorschlag entlang der Baublöcke; sie binden niemanden, bevor ein Plan beschlossen ist, und haben auch dann keine rechtliche Außenwirkung (WPG § 23 Abs. 4).</translation>
    </message>
    <message>
        <source>The authentication of QGIS (AUTHCFG) is for one service, but several would be asked: {hosts}. Give the one it is for (SERVICE or ADDRESS), and load the others in a run of their own.</source>
        <translation>Die Authentifizierung von QGIS (AUTHCFG) gilt einem Dienst, gefragt würden aber mehrere: {hosts}. Bitte den angeben, für den sie gilt (SERVICE oder ADDRESS), und die anderen in einem eigenen Lauf laden.</translation>
    </message>
    <message>
        <source>The balance does not hold {year}. It has: {years}.</source>
        <translation>Die Bilanz enthält {year} nicht. Vorhanden: {years}.</translation>
    </message>
    <message>
        <source>The balance has no rows. Please compute the heat demand first.</source>
        <translation>Die Bilanz hat keine Zeilen. Bitte zuerst den Wärmebedarf berechnen.</translation>
    </message>
    <message>
        <source>The building layer holds no rows. Choose another layer or file.</source>
        <translation>Der Layer der Gebäude enthält keine Zeilen. Bitte einen anderen Layer oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The building {building} is in the layer of heat demand more than once (rows too many: {count}). Please compute the heat demand again (enact:heatdemand).</source>
        <translation>Das Gebäude {building} steht mehr als einmal in der Ebene des Wärmebedarfs (überzählige Zeilen: {count}). Bitte berechnen Sie den Wärmebedarf neu (enact:heatdemand).</translation>
    </message>
    <message>
        <source>The capacity of a store with several units counts once, at its largest existing unit, first among those with a place.</source>
        <translation>Die Kapazität eines Stromspeichers mit mehreren Einheiten zählt einmal, bei der größten bestehenden Einheit, zuerst unter denen mit Lage.</translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted: {detail}. Check the computer's clock; behind a proxy that opens secure connections, add its certificate authority under Settings, Options, Authentication.</source>
        <translation>Dem Zertifikat von {host} ist nicht zu trauen: {detail}. Bitte die Uhr des Rechners prüfen; hinter einem Proxy, der gesicherte Verbindungen öffnet, dessen Zertifizierungsstelle unter Einstellungen, Optionen, Authentifizierung hinzufügen.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid on the day that this computer shows, {date}: {detail}. Check the computer's date, time and time zone. If they are right, the operator of {host} must renew the certificate.</source>
        <translation>Das Zertifikat von {host} gilt nicht an dem Tag, den dieser Computer anzeigt, dem {date}: {detail}. Bitte Datum, Uhrzeit und Zeitzone des Computers prüfen. Stimmen sie, muss der Betreiber von {host} das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>The climate correction holds for the share of space heating only (table metered_rules.csv).</source>
        <translation>Klimabereinigt ist nur der Anteil der Raumwärme (Tabelle metered_rules.csv).</translation>
    </message>
    <message>
        <source>The climate factor {factor} is not between {low} and {high}. Please give it as a factor around 1, not in percent.</source>
        <translation>Der Klimafaktor {factor} liegt nicht zwischen {low} und {high}. Bitte als Faktor um 1 angeben, nicht in Prozent.</translation>
    </message>
    <message>
        <source>The climate of the future is not taken into account.</source>
        <translation>Das Klima der Zukunft ist nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>The column of electricity holds electricity for heat only. Add the rest.</source>
        <translation>Die Spalte Strom enthält nur Strom für Wärme. Übrigen Strom ergänzen.</translation>
    </message>
    <message>
        <source>The commissioning on {commissioned} lies in the future.</source>
        <translation>Die Inbetriebnahme am {commissioned} liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>The connection rate {rate} is not above 0 and at most 1.</source>
        <translation>Die Anschlussquote {rate} liegt nicht über 0 und höchstens bei 1.</translation>
    </message>
    <message>
        <source>The coordinate reference system of the layer {area} ({crs}) is not that of the plants ({expected}). Load the layer into the workspace first.</source>
        <translation>Das Koordinatensystem der Ebene {area} ({crs}) ist nicht das der Anlagen ({expected}). Bitte die Ebene zuerst in den Arbeitsbereich laden.</translation>
    </message>
    <message>
        <source>The coordinates are 0/0 and cannot be used.</source>
        <translation>Die Koordinaten sind 0/0 und nicht verwendbar.</translation>
    </message>
    <message>
        <source>The coordinates of {layer} (for instance {easting} / {northing}) are no metres of a UTM zone in Germany. Set the layer's right coordinate reference system and start again.</source>
        <translation>Die Koordinaten von {layer} (zum Beispiel {easting} / {northing}) sind keine Meter einer UTM-Zone in Deutschland. Bitte dem Layer das richtige Koordinatensystem geben und neu starten.</translation>
    </message>
    <message>
        <source>The coordinates {latitude} N, {longitude} E lie outside Germany.</source>
        <translation>Die Koordinaten {latitude} N, {longitude} O liegen außerhalb Deutschlands.</translation>
    </message>
    <message>
        <source>The coordinates {latitude} N, {longitude} E lie outside the municipality {municipality}.</source>
        <translation>Die Koordinaten {latitude} N, {longitude} O liegen außerhalb der Gemeinde {municipality}.</translation>
    </message>
    <message>
        <source>The cost of heat is a first estimate from densities; curves, weights and classes are settings of EnAct (tables suitability_*.csv).</source>
        <translation>Die Wärmegestehungskosten sind eine erste Schätzung aus den Dichten; Kurven, Gewichte und Klassen sind Setzungen von EnAct (Tabellen suitability_*.csv).</translation>
    </message>
    <message>
        <source>The data do not tell a usable state; in the history they stand under the day of loading, {date}.</source>
        <translation>Die Daten nennen keinen brauchbaren Stand; im Verlauf stehen sie unter dem Tag des Ladens, {date}.</translation>
    </message>
    <message>
        <source>The data have an entry of {newest}, after the day given as their state ({date}). Give the day of the download.</source>
        <translation>Die Daten haben einen Eintrag vom {newest}, nach dem als Stand angegebenen Tag ({date}). Bitte den Tag des Herunterladens angeben.</translation>
    </message>
    <message>
        <source>The day given as the state of the data, {date}, is still to come. Give the day of the download.</source>
        <translation>Der als Stand der Daten angegebene Tag, {date}, kommt erst noch. Bitte den Tag des Herunterladens angeben.</translation>
    </message>
    <message>
        <source>The decisive scenario “{name}” needs reasons (WPG § 17).</source>
        <translation>Das maßgebliche Szenario „{name}“ braucht eine Begründung (WPG § 17).</translation>
    </message>
    <message>
        <source>The demo municipality can have {smallest} to {largest} buildings; {size} were asked for. Choose a number between these.</source>
        <translation>Die Demo-Gemeinde kann {smallest} bis {largest} Gebäude haben; verlangt waren {size}. Bitte eine Zahl dazwischen wählen.</translation>
    </message>
    <message>
        <source>The directory of the archive {path} is damaged. Load the file again.</source>
        <translation>Das Verzeichnis des Archivs {path} ist beschädigt. Bitte die Datei neu herunterladen.</translation>
    </message>
    <message>
        <source>The districts have no areas, and no outline can be made of them. Load them again with 'Load layer by kind', or give the boundary.</source>
        <translation>Die Orts- und Stadtteile haben keine Flächen, und aus ihnen lässt sich kein Umriss bilden. Bitte sie mit „Ebene nach Art laden“ neu laden oder die Gemeindegrenze angeben.</translation>
    </message>
    <message>
        <source>The download page of {host} leads to no bulk export now. Taken is the one used last ({file}); there may be a newer one.</source>
        <translation>Die Downloadseite von {host} führt gerade zu keinem Gesamtdatenexport. Genommen wird der zuletzt verwendete ({file}); es kann einen neueren geben.</translation>
    </message>
    <message>
        <source>The download page {path} holds no link to a bulk export. Open it in the browser, download the export and give the file.</source>
        <translation>Die Downloadseite {path} enthält keinen Link auf einen Gesamtdatenexport. Bitte im Browser öffnen, den Export herunterladen und die Datei angeben.</translation>
    </message>
    <message>
        <source>The eastings of {layer} have the zone number in front (for instance {easting}). Set the layer's coordinate reference system to the one with the zone in front (EPSG:4647 for zone 32, EPSG:5650 for zone 33) and start again.</source>
        <translation>Die Ostwerte von {layer} tragen die Zonennummer vorn (zum Beispiel {easting}). Bitte dem Layer das Koordinatensystem mit vorangestellter Zone geben (EPSG:4647 für Zone 32, EPSG:5650 für Zone 33) und neu starten.</translation>
    </message>
    <message>
        <source>The energy carrier “{delivered_carrier}” is unknown.</source>
        <translation>Der Energieträger „{delivered_carrier}“ ist unbekannt.</translation>
    </message>
    <message>
        <source>The energy table lacks columns: {columns}. Please add them.</source>
        <translation>Der Energietabelle fehlen Spalten: {columns}. Bitte ergänzen.</translation>
    </message>
    <message>
        <source>The estimated yield leaves out {kw} of {total_kw} kW in operation: for their energy carriers there are no full-load hours.</source>
        <translation>Der geschätzte Ertrag lässt {kw} von {total_kw} kW in Betrieb aus: Für ihre Energieträger gibt es keine Volllaststunden.</translation>
    </message>
    <message>
        <source>The export lacks tables of units: sums of all carriers, and of those of which it has no unit, do not count as complete.</source>
        <translation>Dem Export fehlen Tabellen von Einheiten: Die Summen aller Energieträger und derer, von denen keine Einheit da ist, gelten nicht als vollständig.</translation>
    </message>
    <message>
        <source>The export was read, but which one the download page of {host} leads to could not be noted: while the page does not answer, it cannot be taken again without its address. {reason}</source>
        <translation>Der Export ist gelesen. Zu welchem Export die Downloadseite von {host} führt, ließ sich aber nicht festhalten: Antwortet die Seite nicht, ist er nur mit seiner Adresse wieder zu haben. {reason}</translation>
    </message>
    <message>
        <source>The fact sheet {path} could not be written ({detail}). Please close it in other programs, or choose another folder.</source>
        <translation>Der Steckbrief {path} ließ sich nicht schreiben ({detail}). Bitte in anderen Programmen schließen oder einen anderen Ordner angeben.</translation>
    </message>
    <message>
        <source>The field &quot;{field}&quot; cannot be &quot;{column}&quot;. Implausible values: {rows} of {known} (median {median}). Check the field and its unit (metres, square metres, years).</source>
        <translation>Das Feld „{field}“ kann nicht „{column}“ sein. Unplausible Werte: {rows} von {known} (Median {median}). Bitte Feld und Einheit prüfen (Meter, Quadratmeter, Jahre).</translation>
    </message>
    <message>
        <source>The field mapping is no valid JSON object (line {line}, character {column}). Compare it with the example in the help of the field.</source>
        <translation>Die Feldzuordnung ist kein gültiges JSON-Objekt (Zeile {line}, Zeichen {column}). Bitte mit dem Beispiel in der Hilfe zum Feld vergleichen.</translation>
    </message>
    <message>
        <source>The field mapping names the column &quot;{target}&quot;, which the layer does not have. It has: {targets}.</source>
        <translation>Die Feldzuordnung nennt die Spalte „{target}“, die es in der Ebene nicht gibt. Es gibt: {targets}.</translation>
    </message>
    <message>
        <source>The field mapping of &quot;{target}&quot; cannot be read: {value}. Allowed are a field name, null, or an object with &quot;field&quot;, &quot;factor&quot; (a number but zero), &quot;values&quot;, or with &quot;value&quot;.</source>
        <translation>Die Feldzuordnung von „{target}“ ist nicht lesbar: {value}. Erlaubt sind ein Feldname, null oder ein Objekt mit &quot;field&quot;, &quot;factor&quot; (eine Zahl außer null), &quot;values&quot; oder mit &quot;value&quot;.</translation>
    </message>
    <message>
        <source>The field mapping takes &quot;{target}&quot; from the field &quot;{field}&quot;, which the source does not have. It has: {fields}.</source>
        <translation>Die Feldzuordnung nimmt „{target}“ aus dem Feld „{field}“, das es in der Quelle nicht gibt. Es gibt: {fields}.</translation>
    </message>
    <message>
        <source>The field “{field}” cannot be corrected. Possible are: {fields}.</source>
        <translation>Das Feld „{field}“ kann nicht berichtigt werden. Möglich sind: {fields}.</translation>
    </message>
    <message>
        <source>The fields do not tell what kind of building data this is: {fields}. Load the buildings with 'Load buildings' and choose the kind there; for any other layer choose &quot;mapped&quot; and say in the field mapping which field holds what.</source>
        <translation>An den Feldern ist nicht zu erkennen, welche Art von Gebäudedaten das ist: {fields}. Bitte die Gebäude mit „Gebäude laden“ laden und dort die Art wählen; für jeden anderen Layer „mapped“ wählen und in der Feldzuordnung angeben, welches Feld was enthält.</translation>
    </message>
    <message>
        <source>The file holds only a part of the plants in the workspace; missing from it: {count} of {total}. Nothing was changed. Load a file of all units with “Load plants”. If they are truly gone from the register, tick “The file holds all units of the municipality” (WHOLE) there; to replace the plants by this part, “The file is only an excerpt: replace the plants all the same” (EXCERPT). Both are advanced options.</source>
        <translation>Die Datei enthält nur einen Teil der Anlagen im Arbeitsbereich; es fehlen darin: {count} von {total}. Nichts wurde geändert. Bitte mit „Energieanlagen laden“ eine Datei mit allen Anlagen laden. Stehen sie wirklich nicht mehr im Register, dort „Die Datei enthält alle Einheiten der Gemeinde“ (WHOLE) einschalten; soll dieser Teil die Anlagen ersetzen, „Die Datei ist nur ein Auszug: Anlagen trotzdem ersetzen“ (EXCERPT). Beides sind erweiterte Parameter.</translation>
    </message>
    <message>
        <source>The file holds units of one energy carrier only ({carrier}). If it was filtered, load a file of all units; if the municipality has no others, switch on “The file holds all units of the municipality” (WHOLE).</source>
        <translation>Die Datei enthält nur Einheiten eines Energieträgers ({carrier}). Wurde sie gefiltert, bitte eine Datei mit allen Einheiten laden; hat die Gemeinde keine anderen, „Die Datei enthält alle Einheiten der Gemeinde“ (WHOLE) einschalten.</translation>
    </message>
    <message>
        <source>The file is said to be an excerpt: {count} {count:unit|units} of earlier states that it lacks {count:stays|stay} in the history and {count:does|do} not count as deleted.</source>
        <translation>Die Datei ist als Auszug angegeben. Nicht in ihr, aber im Verlauf weitergeführt und nicht als gelöscht gewertet: {count} {count:Einheit|Einheiten} früherer Stände.</translation>
    </message>
    <message>
        <source>The file on {host} was replaced by another one while it was read. Start again; nothing was loaded.</source>
        <translation>Die Datei auf {host} wurde durch eine andere ersetzt, während sie gelesen wurde. Bitte neu starten; geladen wurde nichts.</translation>
    </message>
    <message>
        <source>The file to write to is missing. Choose a place for it.</source>
        <translation>Es fehlt die Datei, in die geschrieben wird. Bitte einen Ort dafür wählen.</translation>
    </message>
    <message>
        <source>The file {file} and the folder {folder} were both given. Give only one of them.</source>
        <translation>Die Datei {file} und der Ordner {folder} sind beide angegeben. Bitte nur eines von beiden angeben.</translation>
    </message>
    <message>
        <source>The file {member} in {path} declares a document type or entities, which no table of the register does. They are never expanded; the archive is not read. Load the export from the register again.</source>
        <translation>Die Datei {member} in {path} erklärt einen Dokumenttyp oder Entitäten, was keine Tabelle des Registers tut. Sie werden nie aufgelöst; das Archiv wird nicht gelesen. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {member} in {path} ends before its table does: all rows behind the cut are missing, and how many is not known. Load the export from the register again.</source>
        <translation>Die Datei {member} in {path} endet vor dem Ende ihrer Tabelle: Alle Zeilen hinter dieser Stelle fehlen; wie viele, ist nicht bekannt. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {member} in {path} is damaged: its length or check sum is not what the archive says. Load the file again.</source>
        <translation>Die Datei {member} in {path} ist beschädigt: Länge oder Prüfsumme stimmen nicht mit dem Archiv überein. Bitte die Datei neu herunterladen.</translation>
    </message>
    <message>
        <source>The file {member} in {path} is encrypted; the register's export is not. Unpack the archive with its password and pack it again without.</source>
        <translation>Die Datei {member} in {path} ist verschlüsselt; der Export des Registers ist es nicht. Bitte das Archiv mit dem Kennwort entpacken und ohne Kennwort neu packen.</translation>
    </message>
    <message>
        <source>The file {member} in {path} is no table of the register: it does not begin as XML with a table and its rows. Load the export from the register again.</source>
        <translation>Die Datei {member} in {path} ist keine Tabelle des Registers: Sie beginnt nicht als XML mit einer Tabelle und ihren Zeilen. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {member} in {path} is packed in a way that cannot be read here ({method}). Unpack the archive and pack it again as an ordinary zip (Deflate), or load the export from the register again.</source>
        <translation>Die Datei {member} in {path} ist auf eine Weise gepackt, die hier nicht gelesen werden kann ({method}). Bitte das Archiv entpacken und als gewöhnliche Zip-Datei (Deflate) neu packen oder den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {member} in {path} is packed {ratio}-fold, more than {limit}-fold as no table of the register is: it may be made to fill the memory. The archive is not read; load the export from the register again.</source>
        <translation>Die Datei {member} in {path} ist {ratio}-fach verdichtet, mehr als {limit}-fach wie keine Tabelle des Registers: Sie könnte gemacht sein, um den Speicher zu füllen. Das Archiv wird nicht gelesen. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {member} in {path} says it is written in {encoding}; the register writes UTF-16, and UTF-8 is read too. Load the export from the register again.</source>
        <translation>Die Datei {member} in {path} ist nach eigener Angabe in {encoding} geschrieben; das Register schreibt UTF-16, gelesen wird auch UTF-8. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {member} in {path} would hold {size_mib} MiB, more than the limit of {limit_mib} MiB. The archive is not read; load the export from the register again.</source>
        <translation>Die Datei {member} in {path} wäre entpackt {size_mib} MiB groß, mehr als die Grenze von {limit_mib} MiB. Das Archiv wird nicht gelesen. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The file {path} has none of the sheets {tables}. Please have it written by 'Suitability of blocks' first.</source>
        <translation>Die Datei {path} hat keines der Blätter {tables}. Bitte zuerst mit „Eignung der Baublöcke“ schreiben lassen.</translation>
    </message>
    <message>
        <source>The file {path} has none of the sheets {tables}. Please have it written by a step of the heat network first.</source>
        <translation>Die Datei {path} hat keines der Blätter {tables}. Bitte zuerst von einem Schritt des Wärmenetzes schreiben lassen.</translation>
    </message>
    <message>
        <source>The file {path} is neither a reference year nor a station series of the DWD, nor has it one column of temperatures. Please name the column “temperature”.</source>
        <translation>Die Datei {path} ist weder ein Testreferenzjahr noch eine Stationsreihe des DWD und hat auch nicht genau eine Spalte mit Temperaturen. Bitte die Spalte „Temperatur“ nennen.</translation>
    </message>
    <message>
        <source>The files belong to different censuses ({releases}). Load one census at a time.</source>
        <translation>Die Dateien gehören zu verschiedenen Zensuserhebungen ({releases}). Bitte jeweils nur eine laden.</translation>
    </message>
    <message>
        <source>The filter &quot;{filter}&quot; of a service is not understood at &quot;{place}&quot;. Written are conditions such as: ags = 14713000 AND gf = 4</source>
        <translation>Der Filter „{filter}“ eines Dienstes wird bei „{place}“ nicht verstanden. Geschrieben werden Bedingungen wie: ags = 14713000 AND gf = 4</translation>
    </message>
    <message>
        <source>The finding “{finding}” is not open at {ids}. Open at the units chosen: {findings}.</source>
        <translation>Die Auffälligkeit „{finding}“ ist bei {ids} nicht offen. Offen sind bei den gewählten Anlagen: {findings}.</translation>
    </message>
    <message>
        <source>The findings on plants are in the project under {layers}, and as a map theme of that group; “Review plants” accepts or corrects them.</source>
        <translation>Die auffälligen Anlagen stehen im Projekt unter {layers} (Kartenthema gleichen Namens wie die Gruppe), je Auffälligkeit eine Zeile. Bestätigen oder berichtigen: „Anlagen prüfen“.</translation>
    </message>
    <message>
        <source>The first date ({first}) lies after the second ({second}): exchange them.</source>
        <translation>Das erste Datum ({first}) liegt nach dem zweiten ({second}): bitte vertauschen.</translation>
    </message>
    <message>
        <source>The first ten letters of &quot;{matched}&quot;, as shapefiles keep them.</source>
        <translation>Die ersten zehn Buchstaben von „{matched}“, wie Shapefiles sie behalten.</translation>
    </message>
    <message>
        <source>The folder {path} does not exist. Make it or choose another one.</source>
        <translation>Den Ordner {path} gibt es nicht. Bitte anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>The folder {path} for the project does not exist. Make it or choose another one.</source>
        <translation>Den Ordner {path} für das Projekt gibt es nicht. Bitte anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>The folder {path} holds XML files, as the unpacked bulk export (Gesamtdatenexport) does. Give the whole zip file, as it was downloaded.</source>
        <translation>Im Ordner {path} liegen XML-Dateien, wie im entpackten Gesamtdatenexport. Bitte das Zip selbst angeben, so wie es heruntergeladen wurde.</translation>
    </message>
    <message>
        <source>The folder {path} holds no file ending in .json.</source>
        <translation>Im Ordner {path} liegt keine Datei mit der Endung .json.</translation>
    </message>
    <message>
        <source>The gas units could not be loaded; the layer of gas plants stays as it is. The plants are not concerned.</source>
        <translation>Die Gaseinheiten konnten nicht geladen werden; der Layer der Gaserzeuger und Gasspeicher bleibt, wie er ist. Die Energieanlagen betrifft das nicht.</translation>
    </message>
    <message>
        <source>The gross power ({gross_kw} kW) and the inverter's net power ({net_kw} kW) do not fit each other: watts may have been entered as kilowatts.</source>
        <translation>Bruttoleistung ({gross_kw} kW) und Nettonennleistung des Wechselrichters ({net_kw} kW) passen nicht zusammen: womöglich Watt als Kilowatt eingetragen.</translation>
    </message>
    <message>
        <source>The gross power ({gross_kw} kW) is below the net power ({net_kw} kW).</source>
        <translation>Die Bruttoleistung ({gross_kw} kW) liegt unter der Nettonennleistung ({net_kw} kW).</translation>
    </message>
    <message>
        <source>The heat of a CHP plant with several units counts once, at its largest existing unit, first among those with a place.</source>
        <translation>Die Wärmeleistung einer KWK-Anlage mit mehreren Einheiten zählt einmal, bei ihrer größten bestehenden Einheit, zuerst unter denen mit Lage.</translation>
    </message>
    <message>
        <source>The heat of heat pumps counts as renewable as a whole, electric boilers by the renewable share of electricity (WPG § 3).</source>
        <translation>Die Wärme der Wärmepumpen zählt ganz als erneuerbar, die der Elektrokessel mit dem erneuerbaren Anteil am Strom (WPG § 3).</translation>
    </message>
    <message>
        <source>The inhabitants of the municipality are the sum of its districts.</source>
        <translation>Die Einwohnerzahl der Gemeinde ist die Summe ihrer Ortsteile.</translation>
    </message>
    <message>
        <source>The kind of this further layer is missing. Choose what it shows.</source>
        <translation>Für diese weitere Ebene fehlt die Art. Bitte wählen, was sie zeigt.</translation>
    </message>
    <message>
        <source>The largest pipe of the catalogue (DN {dn}) carries {most} kg/s; the network needs up to {flow} kg/s (pipes too small: {count}). Please allow more pressure per metre, choose a kind of network with a larger spread of temperatures, add sources, or add larger pipes to pipe_catalogue.csv.</source>
        <translation>Die größte Leitung des Katalogs (DN {dn}) trägt {most} kg/s; das Netz braucht bis zu {flow} kg/s (zu kleine Leitungen: {count}). Bitte erlauben Sie mehr Druckgefälle, eine Netzart mit größerer Spreizung oder weitere Quellen, oder ergänzen Sie größere Rohre in pipe_catalogue.csv.</translation>
    </message>
    <message>
        <source>The last part of the name is known: &quot;{matched}&quot;. Please check.</source>
        <translation>Der letzte Teil des Namens ist bekannt: „{matched}“. Bitte prüfen.</translation>
    </message>
    <message>
        <source>The law names no limit for large users; that of the table heat_rules.csv holds.</source>
        <translation>Das Gesetz nennt keine Grenze für Großverbraucher; es gilt die der Tabelle heat_rules.csv.</translation>
    </message>
    <message>
        <source>The layer holds {rows} {rows:area|areas} and no field with the municipality key (AGS), so the municipality cannot be chosen. Give the field in the mapping, or a layer with this one area only.</source>
        <translation>Der Layer enthält {rows} {rows:Fläche|Flächen} und kein Feld mit dem Gemeindeschlüssel (AGS); die Gemeinde lässt sich nicht auswählen. Bitte das Feld in der Feldzuordnung angeben oder einen Layer nur mit dieser einen Fläche.</translation>
    </message>
    <message>
        <source>The layer is older than municipality {ags}: its area was put together from {former}.</source>
        <translation>Der Layer ist älter als die Gemeinde {ags}: Ihre Fläche wurde zusammengesetzt aus {former}.</translation>
    </message>
    <message>
        <source>The layer of buildings is empty. Please load buildings.</source>
        <translation>Die Ebene der Gebäude ist leer. Bitte Gebäude laden.</translation>
    </message>
    <message>
        <source>The layer {layer} of this workspace is in edit mode. Save or discard its edits first; nothing was changed.</source>
        <translation>Die Ebene {layer} dieses Arbeitsbereichs ist im Bearbeitungsmodus. Bitte zuerst speichern oder verwerfen; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The layout template {layout} of the plugin is missing ({path}). Install EnAct again.</source>
        <translation>Die Layoutvorlage {layout} des Plugins fehlt ({path}). Bitte EnAct neu installieren.</translation>
    </message>
    <message>
        <source>The layout template {path} cannot be read. Install EnAct again.</source>
        <translation>Die Layoutvorlage {path} ist nicht lesbar. Bitte EnAct neu installieren.</translation>
    </message>
    <message>
        <source>The leading zero of the municipality key was missing: &quot;{value}&quot; is read as {ags}.</source>
        <translation>Dem Gemeindeschlüssel fehlte die führende Null: „{value}“ wird als {ags} gelesen.</translation>
    </message>
    <message>
        <source>The line is cut off; its last values are missing.</source>
        <translation>Die Zeile ist abgeschnitten; ihre letzten Angaben fehlen.</translation>
    </message>
    <message>
        <source>The load follows the standard load profiles of BDEW, VKU and GEODE for gas; heat losses of the pipes are spread evenly over the year.</source>
        <translation>Die Last folgt den Standardlastprofilen Gas von BDEW, VKU und GEODE; die Wärmeverluste der Leitungen sind gleichmäßig über das Jahr verteilt.</translation>
    </message>
    <message>
        <source>The load of the year reaches {load_kw} kW, the sizing reckons with {peak_kw} kW: load profile and simultaneity differ. Please check full-load hours and simultaneity; plants are measured by the larger figure.</source>
        <translation>Die Last des Jahres erreicht {load_kw} kW, die Auslegung rechnet mit {peak_kw} kW: Lastprofil und Gleichzeitigkeit passen nicht zusammen. Bitte Vollbenutzungsstunden und Gleichzeitigkeit prüfen; die Erzeuger sind nach dem größeren Wert bemessen.</translation>
    </message>
    <message>
        <source>The maps of {layers} still print the state of the data and the figures from before. Assemble the project again (enact:assembleproject), or open the municipality again.</source>
        <translation>Die Karten von {layers} nennen noch den Datenstand und die Zahlen von vorher. Bitte das Projekt neu zusammenstellen (enact:assembleproject) oder die Gemeinde neu öffnen.</translation>
    </message>
    <message>
        <source>The mean temperature of the year is {mean} °C; load profiles hold from {least} to {most} °C. Please check the file.</source>
        <translation>Das Jahresmittel der Temperatur ist {mean} °C; die Lastprofile gelten von {least} bis {most} °C. Bitte die Datei prüfen.</translation>
    </message>
    <message>
        <source>The municipality key (AGS) is missing, and {path} does not hold a municipality yet. Give the eight digits of the key, or choose the workspace of a municipality.</source>
        <translation>Der Gemeindeschlüssel (AGS) fehlt, und {path} gehört noch zu keiner Gemeinde. Bitte die acht Ziffern des Schlüssels angeben oder den Arbeitsbereich einer Gemeinde wählen.</translation>
    </message>
    <message>
        <source>The municipality key {old} ({old_name}) is no longer valid; {ags} ({name}) is used instead. Files from before the change still list the municipality under {old}.</source>
        <translation>Der Gemeindeschlüssel {old} ({old_name}) gilt nicht mehr; verwendet wird {ags} ({name}). Dateien aus der Zeit vor der Änderung führen die Gemeinde noch unter {old}.</translation>
    </message>
    <message>
        <source>The municipality with the key {old} was divided; {name} is used, parts of it now belong to: {others}. Check which of them is meant.</source>
        <translation>Die Gemeinde mit dem Schlüssel {old} wurde aufgeteilt; verwendet wird {name}, Teile gehören heute zu: {others}. Bitte prüfen, welche gemeint ist.</translation>
    </message>
    <message>
        <source>The municipality {ags} is not among the {count} {count:municipality|municipalities} of this layer; the nearest keys in it: {present}. Choose a layer that holds it, or check the key.</source>
        <translation>Die Gemeinde {ags} fehlt in diesem Layer (Gemeinden darin: {count}); die nächsten Schlüssel darin: {present}. Bitte einen Layer wählen, der sie enthält, oder den Schlüssel prüfen.</translation>
    </message>
    <message>
        <source>The name of {file} does not tell whether buildings or dwellings are counted; dwellings were assumed. Keep the official file name.</source>
        <translation>Der Name von {file} sagt nicht, ob Gebäude oder Wohnungen gezählt sind; angenommen wurden Wohnungen. Bitte den amtlichen Dateinamen beibehalten.</translation>
    </message>
    <message>
        <source>The net area of a block is the land within 50 m of its heated buildings, without water.</source>
        <translation>Die Nettofläche eines Baublocks ist das Land im Umkreis von 50 m um seine beheizten Gebäude, ohne Gewässer.</translation>
    </message>
    <message>
        <source>The newest entry of this file is of {date}, as that of the newest state in the history. But units of that state are missing, and nothing else has changed: they were deleted since, and the file is the newer one. It stands under the day of loading; give its day as “State of the data” (STATE_DATE) where it is another.</source>
        <translation>Der neueste Eintrag dieser Datei ist wie der des neuesten Stands im Verlauf vom {date}. Es fehlen aber Einheiten dieses Stands, und sonst hat sich nichts geändert: Sie wurden seither gelöscht, und die Datei ist die neuere. Sie steht unter dem Tag des Ladens; ist es ein anderer, bitte als „Stand der Daten“ (STATE_DATE) angeben.</translation>
    </message>
    <message>
        <source>The newest entry of this file is of {date}, before the newest state in the history ({newest}). But units that the register had by then are missing: they were deleted since, and the file is the newer one. It stands under the day of loading; give its day as “State of the data” (STATE_DATE) where it is another.</source>
        <translation>Der neueste Eintrag dieser Datei ist vom {date} und liegt vor dem neuesten Stand im Verlauf ({newest}). Es fehlen aber Einheiten, die das Register da schon hatte: Sie wurden seither gelöscht, und die Datei ist die neuere. Sie steht unter dem Tag des Ladens; ist es ein anderer, bitte als „Stand der Daten“ (STATE_DATE) angeben.</translation>
    </message>
    <message>
        <source>The number of storeys delivered with LoD2 (ridge height divided by three) is not used.</source>
        <translation>Die mit LoD2 gelieferte Geschosszahl (Firsthöhe durch drei) wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The only area of the layer is taken for the municipality; the layer does not tell its key.</source>
        <translation>Die einzige Fläche des Layers gilt als die Gemeinde; der Layer nennt ihren Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The open project {path} belongs to another workspace than {other}. Choose another file for the project.</source>
        <translation>Das geöffnete Projekt {path} gehört zu einem anderen Arbeitsbereich als {other}. Bitte eine andere Datei für das Projekt angeben.</translation>
    </message>
    <message>
        <source>The outline of the municipality that you changed stays as it is: it is not made anew from the districts. If it shall be, choose the advanced option &quot;Overwrite rows changed by hand&quot;.</source>
        <translation>Die von Ihnen geänderte Gemeindegrenze bleibt, wie sie ist: Sie wird nicht neu aus den Ortsteilen gebildet. Soll sie das, bitte die erweiterte Option „Von Hand geänderte Zeilen überschreiben“ wählen.</translation>
    </message>
    <message>
        <source>The own factor {value} for {carrier} is not between 0 and {highest} t/MWh. Please check the unit (g/kWh ÷ 1000).</source>
        <translation>Der eigene Faktor {value} für {carrier} liegt nicht zwischen 0 und {highest} t/MWh. Bitte die Einheit prüfen (g/kWh ÷ 1000).</translation>
    </message>
    <message>
        <source>The pipes (count: {count}) are no tree: a node is entered by two pipes, or pipes run in a ring. Please propose the network again (enact:networkproposal).</source>
        <translation>Die Leitungen (Anzahl: {count}) bilden keinen Baum: Ein Knoten hat zwei Zuleitungen, oder Leitungen laufen im Ring. Bitte schlagen Sie das Netz neu vor (enact:networkproposal).</translation>
    </message>
    <message>
        <source>The plant “{supply_plant}” never runs: others are cheaper or suffice.</source>
        <translation>Der Erzeuger „{supply_plant}“ läuft nie: Andere sind günstiger oder reichen aus.</translation>
    </message>
    <message>
        <source>The plants give {installed_kw} kW, the design needs {peak_kw} kW on the coldest day. Please add power.</source>
        <translation>Die Erzeuger leisten {installed_kw} kW, die Auslegung braucht am kältesten Tag {peak_kw} kW. Bitte Leistung ergänzen.</translation>
    </message>
    <message>
        <source>The plants in {path} were loaded again by another run meanwhile. What was said is kept and is in them with the next load or review.</source>
        <translation>Die Anlagen in {path} wurden währenddessen von einem anderen Lauf neu geladen. Das Angegebene ist aufbewahrt und steht beim nächsten Laden oder Prüfen darin.</translation>
    </message>
    <message>
        <source>The plants leave {mwh} MWh a year unmet; a cost of heat would leave them out. Please add plants with “{algorithm}”.</source>
        <translation>Die Erzeuger decken {mwh} MWh im Jahr nicht; Wärmegestehungskosten würden sie auslassen. Bitte mit „{algorithm}“ Erzeuger ergänzen.</translation>
    </message>
    <message>
        <source>The plants {plants} of the supply are in no table. Please give the tables the supply was made with.</source>
        <translation>Die Erzeuger {plants} der Erzeugung stehen in keiner Tabelle. Bitte die Tabellen angeben, mit denen sie berechnet wurde.</translation>
    </message>
    <message>
        <source>The points were made from the fields {easting} and {northing}.</source>
        <translation>Die Punkte wurden aus den Feldern {easting} und {northing} gebildet.</translation>
    </message>
    <message>
        <source>The prevailing energy carrier is that of dwellings, not of buildings.</source>
        <translation>Der vorherrschende Energieträger ist der der Wohnungen, nicht der Gebäude.</translation>
    </message>
    <message>
        <source>The prevailing kind of heating is that of dwellings, not of buildings.</source>
        <translation>Die vorherrschende Heizungsart ist die der Wohnungen, nicht der Gebäude.</translation>
    </message>
    <message>
        <source>The prevailing type and age class are those with the largest floor area.</source>
        <translation>Überwiegend ist der Gebäudetyp und die Baualtersklasse mit der größten Energiebezugsfläche.</translation>
    </message>
    <message>
        <source>The project has no name. Please enter one.</source>
        <translation>Das Projekt hat keinen Namen. Bitte einen angeben.</translation>
    </message>
    <message>
        <source>The project was written to {path}, but not opened: the layers {layers} hold edits that have not been saved. Save or discard them, then open the project.</source>
        <translation>Das Projekt liegt in {path}, wurde aber nicht geöffnet: Die Layer {layers} enthalten ungespeicherte Änderungen. Bitte speichern oder verwerfen und das Projekt dann öffnen.</translation>
    </message>
    <message>
        <source>The project {path} cannot be written: {detail}. The project as it was is unchanged. Free space on the disk, check the rights on the folder, or choose another place.</source>
        <translation>Das Projekt {path} lässt sich nicht schreiben: {detail}. Das bisherige Projekt ist unverändert. Bitte Platz auf dem Datenträger schaffen, die Schreibrechte des Ordners prüfen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The project {path} could not be read; a new one was made. The old file is kept beside it with a &quot;~&quot; at the end of its name.</source>
        <translation>Das Projekt {path} war nicht lesbar; es wurde neu angelegt. Die alte Datei liegt daneben, mit „~“ am Ende des Namens.</translation>
    </message>
    <message>
        <source>The project “{name}” has no area. Please give one, or a variant with customers.</source>
        <translation>Das Projekt „{name}“ hat kein Gebiet. Bitte eines angeben oder eine Variante mit Abnehmern.</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} cannot be reached: {detail}. Check it under Settings, Options, Network.</source>
        <translation>Der Proxy auf dem Weg zu {host} ist nicht erreichbar: {detail}. Bitte unter Einstellungen, Optionen, Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} wants a user and a password. Enter them under Settings, Options, Network.</source>
        <translation>Der Proxy auf dem Weg zu {host} verlangt Benutzer und Kennwort. Bitte unter Einstellungen, Optionen, Netzwerk eintragen.</translation>
    </message>
    <message>
        <source>The range follows from triangular distributions between the bounds of network_uncertainties, drawn with a fixed seed and independently of each other.</source>
        <translation>Die Spanne folgt aus Dreiecksverteilungen zwischen den Grenzen in network_uncertainties, mit festem Startwert und unabhängig voneinander gezogen.</translation>
    </message>
    <message>
        <source>The range of “{name}” goes from {low} to {high}. Please enter the lower value first in network_uncertainties.</source>
        <translation>Die Spanne von „{name}“ reicht von {low} bis {high}. Bitte in network_uncertainties den kleineren Wert zuerst angeben.</translation>
    </message>
    <message>
        <source>The reason is missing. Say in a few words why; it is kept with the review.</source>
        <translation>Die Begründung fehlt. Bitte in wenigen Worten angeben; sie wird mit der Prüfung aufbewahrt.</translation>
    </message>
    <message>
        <source>The records of {path} lack the fields {fields}: it is the simple overview or an excerpt. Fetch GetErweiterteOeffentlicheEinheitStromerzeugung.</source>
        <translation>In den Datensätzen von {path} fehlen die Felder {fields}: Es ist die einfache Übersicht oder ein Auszug. Bitte GetErweiterteOeffentlicheEinheitStromerzeugung abrufen.</translation>
    </message>
    <message>
        <source>The register could not be asked now. Shown is what was fetched from it on {date} ({units} {units:unit|units}).</source>
        <translation>Das Register konnte gerade nicht gefragt werden. Gezeigt wird, was am {date} abgerufen wurde ({units} {units:Einheit|Einheiten}).</translation>
    </message>
    <message>
        <source>The register does not say which plant feeds a heat network: proposed are combined heat and power and biomass plants by heat and distance (table heat_feeding). Only what the planner confirms is drawn.</source>
        <translation>Das Register sagt nicht, welche Anlage in ein Wärmenetz einspeist: Vorgeschlagen werden KWK- und Biomasseanlagen nach Wärmeleistung und Abstand (Tabelle heat_feeding). Gezeichnet wird nur, was die Planung bestätigt.</translation>
    </message>
    <message>
        <source>The register publishes no place for {ids}: a place must not be given to small private plants. Choose other units.</source>
        <translation>Für {ids} veröffentlicht das Register keinen Ort: Kleine private Anlagen dürfen keinen Ort bekommen. Bitte andere Anlagen wählen.</translation>
    </message>
    <message>
        <source>The rows of {layer} are in {path}, but its style could not be stored there: {detail}. Assemble the project again to store it.</source>
        <translation>Die Zeilen von {layer} stehen in {path}, der Stil ließ sich dort aber nicht speichern: {detail}. Bitte das Projekt neu zusammenstellen, dann wird er gespeichert.</translation>
    </message>
    <message>
        <source>The same was kept for the other units of the plant or store, of which the value is: {ids}.</source>
        <translation>Dasselbe gilt für die anderen Einheiten der KWK-Anlage oder des Speichers, denn der Wert gehört zum Ganzen: {ids}.</translation>
    </message>
    <message>
        <source>The scenario needs a name.</source>
        <translation>Das Szenario braucht einen Namen.</translation>
    </message>
    <message>
        <source>The search made the first network cheaper by {percent} % ({search_end}).</source>
        <translation>Die Suche hat das erste Netz um {percent} % günstiger gemacht ({search_end}).</translation>
    </message>
    <message>
        <source>The service delivers northings before eastings; EnAct turned them.</source>
        <translation>Der Dienst liefert den Hochwert vor dem Rechtswert; EnAct hat beide getauscht.</translation>
    </message>
    <message>
        <source>The set of emission factors “{emission_set}” has none for {heat_carriers}; they count without emissions. Please choose another set, or say so beside the figure.</source>
        <translation>Der Satz Emissionsfaktoren „{emission_set}“ hat keinen für {heat_carriers}; sie zählen ohne Emissionen. Bitte einen anderen Satz wählen oder es neben der Zahl vermerken.</translation>
    </message>
    <message>
        <source>The share of space heating {share} is not between 0 and 1. Please give it as a share, not in percent.</source>
        <translation>Der Anteil der Raumwärme {share} liegt nicht zwischen 0 und 1. Bitte als Anteil angeben, nicht in Prozent.</translation>
    </message>
    <message>
        <source>The shares of decentral heaters (mix_…) add up to {sum} % instead of 100 %. Please change them.</source>
        <translation>Die Anteile der dezentralen Heizungen (mix_…) ergeben zusammen {sum} % statt 100 %. Bitte ändern.</translation>
    </message>
    <message>
        <source>The size {size} of the plant “{supply_plant}” is not possible. Please enter a number above 0.</source>
        <translation>Die Größe {size} des Erzeugers „{supply_plant}“ ist nicht möglich. Bitte eine Zahl über 0 angeben.</translation>
    </message>
    <message>
        <source>The spreadsheet {path} cannot be read: {detail}. Please save it again as .xlsx or .ods.</source>
        <translation>Die Tabellendatei {path} ist nicht lesbar: {detail}. Bitte noch einmal als .xlsx oder .ods speichern.</translation>
    </message>
    <message>
        <source>The state of {date} is older than the newest one in the history ({newest}) and stands there before it; the layer “plants” now shows the older state. To see the newest one again, load its file once more. A file that is in truth newer: give its day as “State of the data” (STATE_DATE).</source>
        <translation>Der Stand vom {date} ist älter als der neueste im Verlauf ({newest}) und steht dort vor ihm; die Ebene „Energieanlagen“ zeigt jetzt den älteren Stand. Um wieder den neuesten zu sehen, dessen Datei noch einmal laden. Ist die Datei in Wahrheit neuer, bitte ihren Tag als „Stand der Daten“ (STATE_DATE) angeben.</translation>
    </message>
    <message>
        <source>The state of {date} was entered under its day of loading. This file has a newer entry and takes its place.</source>
        <translation>Der Stand vom {date} war unter dem Tag des Ladens eingetragen. Diese Datei hat einen neueren Eintrag und tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>The state of {date} was not loaded whole: {values}.</source>
        <translation>Der Stand vom {date} ist nicht vollständig geladen; es fehlen: {values}.</translation>
    </message>
    <message>
        <source>The status “{delivered_status}” is unknown; the unit is in no sum.</source>
        <translation>Der Betriebsstatus „{delivered_status}“ ist unbekannt; die Einheit steht in keiner Summe.</translation>
    </message>
    <message>
        <source>The style {style} of the plugin cannot be read: {detail}. Install EnAct again; a style of your own: save it again in QGIS as QML.</source>
        <translation>Der Stil {style} des Plugins ist nicht lesbar: {detail}. Bitte EnAct neu installieren; einen eigenen Stil in QGIS noch einmal als QML speichern.</translation>
    </message>
    <message>
        <source>The style {style} of the plugin is missing ({path}). Install EnAct again.</source>
        <translation>Der Stil {style} des Plugins fehlt ({path}). Bitte EnAct neu installieren.</translation>
    </message>
    <message>
        <source>The styles stand in the project only, for they could not be stored in {path}. {detail}.</source>
        <translation>Die Stile stehen nur im Projekt, denn sie ließen sich nicht in {path} speichern. {detail}.</translation>
    </message>
    <message>
        <source>The supply temperature of the network ({supply} °C) is not above the return temperature ({back} °C). Please check the table network_kinds.csv.</source>
        <translation>Die Vorlauftemperatur des Netzes ({supply} °C) liegt nicht über der Rücklauftemperatur ({back} °C). Bitte prüfen Sie die Tabelle network_kinds.csv.</translation>
    </message>
    <message>
        <source>The table of blocks lacks the columns {columns}. Please add them; empty values count as unknown.</source>
        <translation>In der Tabelle der Baublöcke fehlen die Spalten {columns}. Bitte ergänzen; leere Werte gelten als unbekannt.</translation>
    </message>
    <message>
        <source>The table {path} of the plugin is missing. Install EnAct again.</source>
        <translation>Die Tabelle {path} des Plugins fehlt. Bitte EnAct neu installieren.</translation>
    </message>
    <message>
        <source>The table {table} is wrong in row “{row}” ({rule_problem}). Please correct it there.</source>
        <translation>Die Tabelle {table} ist in Zeile „{row}“ falsch ({rule_problem}). Bitte dort berichtigen.</translation>
    </message>
    <message>
        <source>The tables in {path} would hold {size_mib} MiB, more than the limit of {limit_mib} MiB. The archive is not read; load the export from the register again.</source>
        <translation>Die Tabellen in {path} wären entpackt {size_mib} MiB groß, mehr als die Grenze von {limit_mib} MiB. Das Archiv wird nicht gelesen. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>The target year {year} is after {latest}, the latest by WPG § 1. Please change it.</source>
        <translation>Das Zieljahr {year} liegt nach {latest}, dem spätesten nach WPG § 1. Bitte ändern.</translation>
    </message>
    <message>
        <source>The target year {year} is not after the base year {base_year}. Please change it.</source>
        <translation>Das Zieljahr {year} liegt nicht nach dem Ausgangsjahr {base_year}. Bitte ändern.</translation>
    </message>
    <message>
        <source>The target year {year} is not after the year of the stock {base_year}. Please change one of them.</source>
        <translation>Das Zieljahr {year} liegt nicht nach dem Jahr des Bestands {base_year}. Bitte eines ändern.</translation>
    </message>
    <message>
        <source>The temperature of the waste heat is missing. Please enter it at “{parameter}”.</source>
        <translation>Die Temperatur der Abwärme fehlt. Bitte bei „{parameter}“ angeben.</translation>
    </message>
    <message>
        <source>The template has no column for {carriers} ({mwh} MWh); they stand on a sheet of their own.</source>
        <translation>Das Formblatt hat keine Spalte für {carriers} ({mwh} MWh); sie stehen auf einem eigenen Blatt.</translation>
    </message>
    <message>
        <source>The text {text} is missing in the table map_texts.csv. Install EnAct again.</source>
        <translation>Der Text {text} fehlt in der Tabelle map_texts.csv. Bitte EnAct neu installieren.</translation>
    </message>
    <message>
        <source>The unit is not among those loaded; what was said of it ({columns}) is kept.</source>
        <translation>Die Anlage ist nicht unter den geladenen; die Angaben dazu ({columns}) bleiben aufbewahrt.</translation>
    </message>
    <message>
        <source>The unit occurs several times with different values; the newest state was taken.</source>
        <translation>Die Einheit kommt mehrfach mit verschiedenen Angaben vor; übernommen wurde der neueste Stand.</translation>
    </message>
    <message>
        <source>The unit was taken over from the registers before 2019; its operator may have registered it again, then it counts twice.</source>
        <translation>Die Einheit wurde aus den Registern vor 2019 übernommen; hat der Betreiber sie neu registriert, zählt sie doppelt.</translation>
    </message>
    <message>
        <source>The unit “{unit}” is not known. Possible: {options}.</source>
        <translation>Die Einheit „{unit}“ ist nicht bekannt. Möglich sind: {options}.</translation>
    </message>
    <message>
        <source>The use of {rows} {rows:building|buildings} could not be assigned: {values}. It can be given in the field mapping under &quot;values&quot;.</source>
        <translation>Die Nutzung von {rows} {rows:Gebäude|Gebäuden} ließ sich nicht zuordnen: {values}. In der Feldzuordnung lässt sie sich unter &quot;values&quot; angeben.</translation>
    </message>
    <message>
        <source>The value kept for {columns} ({value}) cannot be read and is not applied. Enter it again with “Review plants”.</source>
        <translation>Der aufbewahrte Wert für {columns} ({value}) ist nicht lesbar und wird nicht angewendet. Bitte mit „Anlagen prüfen“ neu angeben.</translation>
    </message>
    <message>
        <source>The variant has no name. Please enter one.</source>
        <translation>Die Variante hat keinen Namen. Bitte einen angeben.</translation>
    </message>
    <message>
        <source>The variant {variant} connects no building. Please lower the limit or raise the budget, or choose another way of connecting, and propose it again.</source>
        <translation>Die Variante {variant} schließt kein Gebäude an. Bitte die Grenze senken, das Budget erhöhen oder anders anschließen und sie neu vorschlagen lassen.</translation>
    </message>
    <message>
        <source>The variant {variant} was made anew in an earlier step. Please run “{algorithm}” again first.</source>
        <translation>Die Variante {variant} wurde in einem früheren Schritt neu gemacht. Bitte zuerst „{algorithm}“ noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The weight {weight} for {kind}/{criterion} is not possible. Please enter a number from 0.</source>
        <translation>Das Gewicht {weight} für {kind}/{criterion} ist nicht möglich. Bitte eine Zahl ab 0 eintragen.</translation>
    </message>
    <message>
        <source>The workspace has no history of the plants yet: load the register first.</source>
        <translation>Der Arbeitsbereich hat noch keinen Verlauf der Anlagen: bitte zuerst das Register laden.</translation>
    </message>
    <message>
        <source>The workspace {path} holds no heat network. Load one with “Load layer by kind”: heat_networks (pipes) or heat_network_areas.</source>
        <translation>Der Arbeitsbereich {path} enthält kein Wärmenetz. Eines mit „Ebene nach Art laden“ laden: heat_networks (Leitungen) oder heat_network_areas (Gebiete).</translation>
    </message>
    <message>
        <source>The workspace {path} holds no layer {layer}. Load it first.</source>
        <translation>Der Arbeitsbereich {path} enthält keine Ebene {layer}. Bitte zuerst laden.</translation>
    </message>
    <message>
        <source>The workspace {path} holds no layer {layer}. Please run {algorithm} first.</source>
        <translation>Der Arbeitsbereich {path} enthält die Ebene {layer} nicht. Bitte zuerst {algorithm} ausführen.</translation>
    </message>
    <message>
        <source>The workspace {path} holds {name} ({present}), not {ags}. Choose another workspace.</source>
        <translation>Der Arbeitsbereich {path} enthält {name} ({present}), nicht {ags}. Bitte einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>The yearly yield is an estimate: power in operation times full-load hours (table full_load_hours), with the lowest and highest published figures. Storage has none.</source>
        <translation>Der Jahresertrag ist eine Schätzung: Leistung in Betrieb mal Volllaststunden (Tabelle full_load_hours), dazu mit den niedrigsten und höchsten veröffentlichten Werten. Speicher haben keinen.</translation>
    </message>
    <message>
        <source>There are no streets, railways or rivers that enclose blocks, and no given blocks. Please load streets, or given blocks (kind given_blocks).</source>
        <translation>Es gibt keine Straßen, Bahnstrecken oder Flüsse, die Baublöcke umschließen, und keine vorgegebenen Baublöcke. Bitte Straßen laden, oder vorgegebene Baublöcke (Art given_blocks).</translation>
    </message>
    <message>
        <source>There are several variants. Please name one of them: {options}.</source>
        <translation>Es gibt mehrere Varianten. Bitte eine davon angeben: {options}.</translation>
    </message>
    <message>
        <source>There is no factor set {factor_set}. Available: {sets}.</source>
        <translation>Den Faktorensatz {factor_set} gibt es nicht. Vorhanden: {sets}.</translation>
    </message>
    <message>
        <source>There is no heat source. Please give a point from which the network is fed.</source>
        <translation>Es gibt keine Wärmequelle. Bitte geben Sie einen Punkt an, von dem aus das Netz gespeist wird.</translation>
    </message>
    <message>
        <source>There is no kind of layer &quot;{kind}&quot;. Known kinds: {kinds}.</source>
        <translation>Die Art „{kind}“ gibt es nicht. Bekannt sind: {kinds}.</translation>
    </message>
    <message>
        <source>There is no plant to supply the network. Please enter the size of at least one.</source>
        <translation>Kein Erzeuger versorgt das Netz. Bitte die Größe wenigstens eines Erzeugers angeben.</translation>
    </message>
    <message>
        <source>There is no preset {preset}. Available: {options}.</source>
        <translation>Die Vorlage {preset} gibt es nicht. Vorhanden: {options}.</translation>
    </message>
    <message>
        <source>There is no project “{name}”. Available: {options}.</source>
        <translation>Es gibt kein Projekt „{name}“. Vorhanden: {options}.</translation>
    </message>
    <message>
        <source>There is no street in the area along which a pipe could be laid. Please load streets and form street sections (enact:streetsections), or give further routes.</source>
        <translation>Im Gebiet gibt es keine Straße, in der eine Leitung liegen könnte. Bitte Straßen laden und Straßenabschnitte bilden (enact:streetsections), oder weitere Trassen angeben.</translation>
    </message>
    <message>
        <source>There is no variant '{variant}'. Please give one of: {options}.</source>
        <translation>Es gibt keine Variante „{variant}“. Bitte geben Sie eine davon an: {options}.</translation>
    </message>
    <message>
        <source>There is no workspace {path}. Choose an existing one, or open the municipality first.</source>
        <translation>Den Arbeitsbereich {path} gibt es nicht. Bitte einen vorhandenen wählen oder zuerst die Gemeinde öffnen.</translation>
    </message>
    <message>
        <source>There is only the variant {variant}. Please propose another one first.</source>
        <translation>Es gibt nur die Variante {variant}. Bitte zuerst eine weitere vorschlagen lassen.</translation>
    </message>
    <message>
        <source>This QGIS cannot write {ending} files ({path}). Choose .csv instead.</source>
        <translation>Dieses QGIS kann keine {ending}-Dateien schreiben ({path}). Bitte stattdessen .csv wählen.</translation>
    </message>
    <message>
        <source>This is no MaStR number (three letters and twelve digits).</source>
        <translation>Das ist keine MaStR-Nummer (drei Buchstaben und zwölf Ziffern).</translation>
    </message>
    <message>
        <source>This layer holds {count} {count:municipality|municipalities} ({present}), and nothing says which one is meant. Choose the municipality (AGS).</source>
        <translation>Dieser Layer enthält {count} {count:Gemeinde|Gemeinden} ({present}), und welche gemeint ist, steht nirgends. Bitte die Gemeinde wählen (AGS).</translation>
    </message>
    <message>
        <source>This state has gaps: rows could not be read, or a table, parts or pages are missing. {count} {count:unit|units} of earlier states that it lacks {count:stays|stay} in the history and {count:does|do} not count as deleted. Load a whole file to be sure.</source>
        <translation>Dieser Stand hat Lücken: Zeilen waren nicht lesbar, oder eine Tabelle, Teile oder Seiten fehlen. Nicht in ihm, aber im Verlauf weitergeführt und nicht als gelöscht gewertet: {count} {count:Einheit|Einheiten} früherer Stände. Zur Sicherheit eine vollständige Datei laden.</translation>
    </message>
    <message>
        <source>This state was not loaded whole: {values}. Units of it may be missing here.</source>
        <translation>Dieser Stand wurde nicht vollständig geladen: {values}. Hier können Einheiten fehlen.</translation>
    </message>
    <message>
        <source>This way of loading does not deliver these fields; the history keeps what it knew of them: {columns}.</source>
        <translation>Diese Felder liefert dieser Ladeweg nicht; der Verlauf behält, was er von ihnen wusste: {columns}.</translation>
    </message>
    <message>
        <source>This way of the register delivers no gas plants; those of an earlier load remain ({count}; {source}).</source>
        <translation>Dieser Weg des Registers liefert keine Gasanlagen; die eines früheren Ladens bleiben stehen ({count}; {source}).</translation>
    </message>
    <message>
        <source>To see buildings with something unknown: in the layer tree open the attribute table of a layer of the group {layers}, choose &quot;Advanced Filter (Expression)&quot;, and enter &quot;use&quot; = 'unknown', &quot;storeys&quot; IS NULL or &quot;age_class&quot; = 'unknown'.</source>
        <translation>Gebäude mit unbekannten Angaben ansehen: im Ebenenbaum unter {layers} die Attributtabelle einer Ebene öffnen, „Fortgeschrittener Filter (Ausdruck)“ wählen und &quot;use&quot; = 'unknown', &quot;storeys&quot; IS NULL oder &quot;age_class&quot; = 'unknown' eingeben.</translation>
    </message>
    <message>
        <source>To see the rows in question: in the layer tree open the attribute table of a layer of the group {layers}, choose &quot;Advanced Filter (Expression)&quot; at the lower left, and enter &quot;findings&quot; IS NOT NULL; the column is called &quot;Findings&quot;.</source>
        <translation>Auffällige Zeilen ansehen: im Ebenenbaum unter {layers} die Attributtabelle einer Ebene öffnen, unten links „Fortgeschrittener Filter (Ausdruck)“ wählen und &quot;findings&quot; IS NOT NULL eingeben; die Spalte heißt „Auffälligkeiten“.</translation>
    </message>
    <message>
        <source>To take over other fields, assign them with “Fields …” in the dialog “Open municipality”, or with the field mapping of “Load layer by kind”; it is remembered.</source>
        <translation>Andere Felder übernehmen: im Dialog „Gemeinde öffnen“ mit „Felder …“ oder in „Ebene nach Art laden“ mit der Feldzuordnung; sie wird gemerkt.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Totals beyond {low} to {high} times the model: {groups} ({examples}). They are not applied; please check unit, carrier and addresses.</source>
        <translation>Summen außerhalb des {low}- bis {high}-Fachen des Modells: {groups} ({examples}). Sie werden nicht angewandt; bitte Einheit, Energieträger und Adressen prüfen.</translation>
    </message>
    <message>
        <source>Totals not applied, because house numbers of the group are missing or not modelled: {groups} ({examples}). Please complete the addresses.</source>
        <translation>Nicht angewandte Summen, weil Hausnummern der Gruppe fehlen oder nicht gerechnet sind: {groups} ({examples}). Bitte Adressen ergänzen.</translation>
    </message>
    <message>
        <source>Totals of no building that is known or modelled: {groups} ({examples}).</source>
        <translation>Summen ohne bekanntes oder gerechnetes Gebäude: {groups} ({examples}).</translation>
    </message>
    <message>
        <source>Unknown carriers: {carriers}. Please choose a value of the list.</source>
        <translation>Unbekannte Energieträger: {carriers}. Bitte einen Wert der Liste wählen.</translation>
    </message>
    <message>
        <source>Unknown figures: {names}. Please use a name of the table scenario_figures.csv: {options}.</source>
        <translation>Unbekannte Werte: {names}. Bitte einen Namen der Tabelle scenario_figures.csv verwenden: {options}.</translation>
    </message>
    <message>
        <source>Unknown sectors: {sectors}. Please use households, services, industry, municipal.</source>
        <translation>Unbekannte Sektoren: {sectors}. Erlaubt sind households, services, industry, municipal.</translation>
    </message>
    <message>
        <source>Unknown source of values: {sources}. Please choose a value of the list.</source>
        <translation>Unbekannte Herkunft: {sources}. Bitte einen Wert der Liste wählen.</translation>
    </message>
    <message>
        <source>Upper heating values are converted to lower ones with the usual ratio (table metered_carriers.csv).</source>
        <translation>Brennwerte sind mit dem üblichen Verhältnis in Heizwerte umgerechnet (Tabelle metered_carriers.csv).</translation>
    </message>
    <message>
        <source>Usable share of the roof area by solar_rules.csv (assumption).</source>
        <translation>Nutzbarer Anteil der Dachfläche nach solar_rules.csv (Annahme).</translation>
    </message>
    <message>
        <source>Use still unknown: {count} of {total} {total:building|buildings}; they are counted as residential. Addresses, land use or the census grid tell more.</source>
        <translation>Nutzung weiter unbekannt: {count} von {total} {total:Gebäude|Gebäuden}; sie werden wie Wohngebäude gerechnet. Adressen, Flächennutzung oder Zensus sagen mehr.</translation>
    </message>
    <message>
        <source>Use unknown: {count} of {total} {total:building|buildings}.</source>
        <translation>Nutzung unbekannt: {count} von {total} {total:Gebäude|Gebäuden}.</translation>
    </message>
    <message>
        <source>Useful heat: {mwh} MWh a year (span {low} to {high}) on {area} m² of floor area, {specific} kWh/(m²·a).</source>
        <translation>Nutzwärme: {mwh} MWh im Jahr (Spanne {low} bis {high}) auf {area} m² Energiebezugsfläche, {specific} kWh/(m²·a).</translation>
    </message>
    <message>
        <source>What is said of the source of {name} is not understood: {text}. Allowed are mapping (an object), licence, attribution and state_date (texts).</source>
        <translation>Die Angaben zur Quelle von {name} sind nicht verständlich: {text}. Erlaubt sind mapping (ein Objekt), licence, attribution und state_date (Texte).</translation>
    </message>
    <message>
        <source>What is unknown is not counted as zero: it lowers how much of the judgement is known, and then no class is “very” anything.</source>
        <translation>Unbekanntes zählt nicht als null: Es senkt den bekannten Anteil der Bewertung, und dann ist keine Stufe „sehr“.</translation>
    </message>
    <message>
        <source>What was loaded is an excerpt: units are missing from it. The sums are too low, and none of them counts as complete.</source>
        <translation>Das Geladene ist ein Auszug: Es fehlen Einheiten. Die Summen sind zu niedrig, und keine gilt als vollständig.</translation>
    </message>
    <message>
        <source>Where chimney sweeps delivered heaters, the buildings of a group are heated with its mix by rated output; what does not burn (heat network, heat pump, electricity) is that of the census (table heater_kinds.csv).</source>
        <translation>Wo Schornsteinfeger Feuerstätten geliefert haben, sind die Gebäude einer Gruppe mit deren Mix nach Nennwärmeleistung beheizt; was nicht brennt (Wärmenetz, Wärmepumpe, Strom), kommt aus dem Zensus (Tabelle heater_kinds.csv).</translation>
    </message>
    <message>
        <source>Where consumption was delivered, the model is scaled to it: the total of a group holds for the group and is shared out in the proportions of the model.</source>
        <translation>Wo Verbräuche geliefert sind, ist das Modell auf sie gebracht: Die Summe einer Gruppe gilt für die Gruppe und ist im Verhältnis des Modells verteilt.</translation>
    </message>
    <message>
        <source>Where neither neighbours nor the census tell, storeys are set by use and size (table default_storeys.csv).</source>
        <translation>Wo weder Nachbarn noch Zensus etwas sagen, sind die Geschosse nach Nutzung und Größe gesetzt (Tabelle default_storeys.csv).</translation>
    </message>
    <message>
        <source>Where neither year nor census tells the age, the figure for unknown age holds.</source>
        <translation>Wo weder Baujahr noch Zensus das Alter nennen, gilt der Kennwert für unbekanntes Alter.</translation>
    </message>
    <message>
        <source>Where no heaters were delivered, each heated building counts with one generator, by the shares of its census cell: expected numbers.</source>
        <translation>Wo keine Feuerstätten geliefert sind, zählt jedes beheizte Gebäude mit einem Wärmeerzeuger nach den Anteilen seiner Zensuszelle: Erwartungswerte.</translation>
    </message>
    <message>
        <source>Where no storeys are given they follow from the eaves height: (eaves − base) / storey height by use and age (see the methods report).</source>
        <translation>Wo Geschosse fehlen, folgen sie aus der Traufhöhe: (Traufe − Sockel) / Geschosshöhe nach Nutzung und Baualter (siehe Methodenbericht).</translation>
    </message>
    <message>
        <source>Where no street encloses them, blocks reach as far as the parcels of their heated buildings; a parcel above 5,000 m² does not count.</source>
        <translation>Wo keine Straße sie umschließt, reichen Baublöcke so weit wie die Flurstücke ihrer beheizten Gebäude; ein Flurstück über 5.000 m² zählt nicht.</translation>
    </message>
    <message>
        <source>Where nothing is known of the heating, the mean of boilers is taken and the carrier stays unknown.</source>
        <translation>Wo über die Heizung nichts bekannt ist, gilt das Mittel der Heizkessel, und der Energieträger bleibt unbekannt.</translation>
    </message>
    <message>
        <source>Where storeys and height are missing, the mean of up to five near buildings of the same kind and about the same size is taken.</source>
        <translation>Wo Geschosse und Höhe fehlen, gilt das Mittel von bis zu fünf nahen Gebäuden gleicher Art und ähnlicher Größe.</translation>
    </message>
    <message>
        <source>Where storeys count up to the eaves, a share of the attic is added by roof type (methods report, section on the floor area).</source>
        <translation>Wo Geschosse nur bis zur Traufe zählen, kommt nach Dachform ein Anteil des Dachgeschosses hinzu (siehe Methodenbericht).</translation>
    </message>
    <message>
        <source>Where the year is unknown, the shares of the age classes in the census cell are carried as a mixture (of the cells around, else of the municipality, where the cell is silent); no year is invented.</source>
        <translation>Wo das Baujahr fehlt, werden die Anteile der Baualtersklassen der Zensuszelle als Mischung mitgeführt (der Zellen ringsum, sonst der Gemeinde, wo die Zelle schweigt); ein Jahr wird nicht erfunden.</translation>
    </message>
    <message>
        <source>Where use and address are unknown, so many of the largest outlines of a census cell are residential as it counts buildings with dwellings; the rest is trade or outbuilding by size.</source>
        <translation>Wo Nutzung und Adresse unbekannt sind, gelten so viele der größten Umringe einer Zensuszelle als Wohngebäude, wie sie Gebäude mit Wohnraum zählt; der Rest ist nach der Größe Gewerbe oder Nebengebäude.</translation>
    </message>
    <message>
        <source>Where useful heat is missing, refurbishment is estimated from final energy.</source>
        <translation>Wo die Nutzwärme fehlt, ist die Sanierung aus der Endenergie geschätzt.</translation>
    </message>
    <message>
        <source>Whether the plants lie within the municipality was not checked: the workspace has neither a boundary nor districts. Load one of them, then the register again.</source>
        <translation>Ob die Anlagen in der Gemeinde liegen, wurde nicht geprüft: Der Arbeitsbereich hat weder Gemeindegrenze noch Ortsteile. Bitte eines davon laden, danach das Register erneut.</translation>
    </message>
    <message>
        <source>With the corrected values: {text}</source>
        <translation>Mit den berichtigten Angaben: {text}</translation>
    </message>
    <message>
        <source>With values that planners corrected, not with those of the register: {count} of the units that exist (column units_corrected).</source>
        <translation>Mit Werten, die die Planung berichtigt hat, nicht mit denen des Registers: {count} von den bestehenden Anlagen (Spalte units_corrected).</translation>
    </message>
    <message>
        <source>Without a factor (both years, {carriers}): {mwh} MWh; the CO₂ reduction is incomplete there.</source>
        <translation>Ohne Faktor (beide Jahre, {carriers}): {mwh} MWh; die CO₂-Minderung ist insoweit unvollständig.</translation>
    </message>
    <message>
        <source>Without a known carrier and without emissions: {mwh} MWh ({percent} %, {year}). Add data on heating (census, heaters, consumption).</source>
        <translation>Ohne bekannten Energieträger und ohne Emissionen: {mwh} MWh ({percent} %, {year}). Heizungsdaten ergänzen (Zensus, Feuerstätten, Verbräuche).</translation>
    </message>
    <message>
        <source>Without a place and on no map: {count} of {total} {total:change|changes}.</source>
        <translation>Ohne Lage und auf keiner Karte: {count} von {total} {total:Änderung|Änderungen}.</translation>
    </message>
    <message>
        <source>Without a place in the register: {units} of {total} {total:existing plant|existing plants} (generation: {kw} of {total_kw} kW net). {units:It is|They are} counted by municipality and postcode and never drawn at an invented point.</source>
        <translation>Im Register ohne Lage: {units} von {total} {total:bestehenden Anlage|bestehenden Anlagen} (Erzeuger: {kw} von {total_kw} kW netto). {units:Sie ist|Sie sind} je Gemeinde und Postleitzahl gezählt und {units:wird|werden} nie an einem erfundenen Punkt gezeichnet.</translation>
    </message>
    <message>
        <source>Without a place: {units} of {total} {total:unit|units}</source>
        <translation>Ohne Lage: {units} von {total} {total:Anlage|Anlagen}</translation>
    </message>
    <message>
        <source>Without emissions, because the factor is missing: {mwh} MWh ({carriers}). Enter the factor.</source>
        <translation>Ohne Emissionen, weil der Faktor fehlt: {mwh} MWh ({carriers}). Faktor eintragen.</translation>
    </message>
    <message>
        <source>Without {layer}: less can be completed. Load it and run this step again.</source>
        <translation>Ohne {layer}: weniger lässt sich ergänzen. Bitte laden und diesen Schritt noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Writing into {path} failed: {detail}. The state before stands. Close other programs that use the file, and start again.</source>
        <translation>Das Schreiben in {path} ist gescheitert: {detail}. Der bisherige Stand ist erhalten. Bitte andere Programme schließen, die die Datei verwenden, und neu starten.</translation>
    </message>
    <message>
        <source>Writing into {path} is not possible: {detail}. Choose another folder.</source>
        <translation>In {path} kann nicht geschrieben werden: {detail}. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Writing the census grid</source>
        <translation>Das Zensusgitter wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the map data</source>
        <translation>Kartendaten werden geschrieben</translation>
    </message>
    <message>
        <source>Writing the register in three forms</source>
        <translation>Das Register wird in drei Formen geschrieben</translation>
    </message>
    <message>
        <source>Writing {layer} …</source>
        <translation>Schreibe {layer} …</translation>
    </message>
    <message>
        <source>Writing {path}</source>
        <translation>{path} wird geschrieben</translation>
    </message>
    <message>
        <source>Writing {path} failed: {detail}. Choose another folder, or free space on the disk.</source>
        <translation>{path} lässt sich nicht schreiben: {detail}. Bitte einen anderen Ordner wählen oder auf dem Datenträger Platz schaffen.</translation>
    </message>
    <message>
        <source>Written: {files} – groups of addresses: {count}; house numbers not asked for: {left_out}.</source>
        <translation>Geschrieben: {files} – Gruppen von Adressen: {count}; nicht angefragte Hausnummern: {left_out}.</translation>
    </message>
    <message>
        <source>Written: {files}.</source>
        <translation>Geschrieben: {files}.</translation>
    </message>
    <message>
        <source>Yield by azimuth and tilt from a model of irradiation for Saxony (solar_yields.csv), without shade.</source>
        <translation>Ertrag nach Ausrichtung und Neigung aus einem Strahlungsmodell für Sachsen (solar_yields.csv), ohne Verschattung.</translation>
    </message>
    <message>
        <source>a file of this name is in the way</source>
        <translation>eine Datei dieses Namens ist im Weg</translation>
    </message>
    <message>
        <source>answers otherwise than expected</source>
        <translation>antwortet anders als erwartet</translation>
    </message>
    <message>
        <source>answers with an error</source>
        <translation>antwortet mit einem Fehler</translation>
    </message>
    <message>
        <source>areas of size zero</source>
        <translation>Flächen der Größe null</translation>
    </message>
    <message>
        <source>areas or lines without extent</source>
        <translation>Flächen oder Linien ohne Ausdehnung</translation>
    </message>
    <message>
        <source>below the legal minimum of house numbers</source>
        <translation>unter der gesetzlichen Mindestzahl von Hausnummern</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>unter der Grenze</translation>
    </message>
    <message>
        <source>building without heat demand</source>
        <translation>Gebäude ohne Wärmebedarf</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>closed by protected areas or water</source>
        <translation>durch Schutzgebiete oder Gewässer ausgeschlossen</translation>
    </message>
    <message>
        <source>cut or torn lines</source>
        <translation>abgeschnittene oder beschädigte Zeilen</translation>
    </message>
    <message>
        <source>deleted or deactivated in the register</source>
        <translation>im Register gelöscht oder deaktiviert</translation>
    </message>
    <message>
        <source>delivered twice</source>
        <translation>doppelt geliefert</translation>
    </message>
    <message>
        <source>demand met already</source>
        <translation>Bedarf schon gedeckt</translation>
    </message>
    <message>
        <source>demolished</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>entry is no record</source>
        <translation>Eintrag ist kein Datensatz</translation>
    </message>
    <message>
        <source>figure is part of a group's total</source>
        <translation>Wert ist Teil einer Gruppensumme</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>line does not fit the headings</source>
        <translation>Zeile passt nicht zu den Spaltenköpfen</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>es kam rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>no computer of this name is known</source>
        <translation>ein Rechner dieses Namens ist nicht bekannt</translation>
    </message>
    <message>
        <source>no room for a probe</source>
        <translation>kein Platz für eine Sonde</translation>
    </message>
    <message>
        <source>no space is left on the disk</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>no way leads there from this network</source>
        <translation>aus diesem Netz führt kein Weg dorthin</translation>
    </message>
    <message>
        <source>not heated</source>
        <translation>nicht beheizt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>of another geometry type</source>
        <translation>mit anderer Geometrieart</translation>
    </message>
    <message>
        <source>outlines below 4 m²</source>
        <translation>Umrisse unter 4 m²</translation>
    </message>
    <message>
        <source>outside the municipality</source>
        <translation>außerhalb der Gemeinde</translation>
    </message>
    <message>
        <source>part of the path is no folder</source>
        <translation>ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>parts that stand inside a building already counted</source>
        <translation>Gebäudeteile in schon gezählten Gebäuden</translation>
    </message>
    <message>
        <source>planned or under construction</source>
        <translation>geplant oder im Bau</translation>
    </message>
    <message>
        <source>points or lines instead of areas</source>
        <translation>Punkte oder Linien statt Flächen</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>verweigert den Zugang</translation>
    </message>
    <message>
        <source>repeated cells</source>
        <translation>wiederholte Gitterzellen</translation>
    </message>
    <message>
        <source>repetitions of the same object (same key and outline)</source>
        <translation>Wiederholungen desselben Objekts (gleicher Schlüssel und Umriss)</translation>
    </message>
    <message>
        <source>repetitions of the same outline under another key</source>
        <translation>Wiederholungen desselben Umrisses unter anderem Schlüssel</translation>
    </message>
    <message>
        <source>reviews of {layer}</source>
        <translation>Prüfungen zu {layer}</translation>
    </message>
    <message>
        <source>roof of another building</source>
        <translation>Dach eines anderen Gebäudes</translation>
    </message>
    <message>
        <source>roofs, walls and closures of the 3D model</source>
        <translation>Dach-, Wand- und Abschlussflächen des 3D-Modells</translation>
    </message>
    <message>
        <source>rows at which a file breaks off (what is missing behind them is not counted)</source>
        <translation>Zeilen, bei denen eine Datei abbricht (was dahinter fehlt, ist nicht gezählt)</translation>
    </message>
    <message>
        <source>rows whose markup is broken</source>
        <translation>Zeilen mit fehlerhaftem Aufbau</translation>
    </message>
    <message>
        <source>rows with an unknown XML entity</source>
        <translation>Zeilen mit unbekannter XML-Entität</translation>
    </message>
    <message>
        <source>rows with characters that cannot be read</source>
        <translation>Zeilen mit nicht lesbaren Zeichen</translation>
    </message>
    <message>
        <source>ruins</source>
        <translation>Ruinen</translation>
    </message>
    <message>
        <source>structures that are no building (bridges, chimneys, roofings)</source>
        <translation>Bauwerke, die keine Gebäude sind (Brücken, Schornsteine, Überdachungen)</translation>
    </message>
    <message>
        <source>surface too small</source>
        <translation>Fläche zu klein</translation>
    </message>
    <message>
        <source>the connection was broken off</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>the drive does not answer</source>
        <translation>das Laufwerk antwortet nicht</translation>
    </message>
    <message>
        <source>the file would become too large for the drive</source>
        <translation>die Datei würde für den Datenträger zu groß</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the place is read-only</source>
        <translation>der Ort ist schreibgeschützt</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>die Datei oder der Ordner fehlt</translation>
    </message>
    <message>
        <source>too little on the building</source>
        <translation>Gebäude trägt zu wenig</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>too steep</source>
        <translation>zu steil</translation>
    </message>
    <message>
        <source>under another roof</source>
        <translation>unter einem anderen Dach</translation>
    </message>
    <message>
        <source>with coordinates that are no numbers</source>
        <translation>mit Koordinaten, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>without building</source>
        <translation>ohne Gebäude</translation>
    </message>
    <message>
        <source>without floor area</source>
        <translation>ohne Energiebezugsfläche</translation>
    </message>
    <message>
        <source>without geometry</source>
        <translation>ohne Geometrie</translation>
    </message>
    <message>
        <source>without place or usable figure</source>
        <translation>ohne Ort oder brauchbaren Wert</translation>
    </message>
    <message>
        <source>without readable municipality key</source>
        <translation>ohne lesbaren Gemeindeschlüssel</translation>
    </message>
    <message>
        <source>without the tag &quot;building&quot;</source>
        <translation>ohne das Merkmal „building“</translation>
    </message>
    <message>
        <source>works</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>yield too low</source>
        <translation>Ertrag zu gering</translation>
    </message>
    <message>
        <source>you have no right to do so</source>
        <translation>das Zugriffsrecht fehlt</translation>
    </message>
    <message>
        <source>{ags} is a Saxon municipality key from before the district reform of 1 August 2008; no municipality bears it today. Choose the municipality by its name; its key of today stands beside it in the list.</source>
        <translation>{ags} ist ein sächsischer Gemeindeschlüssel aus der Zeit vor der Kreisreform vom 1. August 2008; heute trägt ihn keine Gemeinde. Bitte die Gemeinde nach ihrem Namen wählen, der heutige Schlüssel steht in der Liste dabei.</translation>
    </message>
    <message>
        <source>{ags} is no municipality key: Saxony has no district whose key begins with the same five digits. Choose the municipality by its name, or correct the digits.</source>
        <translation>{ags} ist kein Gemeindeschlüssel: In Sachsen gibt es keinen Kreis mit diesen ersten fünf Ziffern. Bitte die Gemeinde nach ihrem Namen wählen oder die Ziffern berichtigen.</translation>
    </message>
    <message>
        <source>{ags} is no municipality key: Saxony has no district whose key begins with the same five digits. Similar keys: {near}. Choose the municipality by its name, or correct the digits.</source>
        <translation>{ags} ist kein Gemeindeschlüssel: In Sachsen gibt es keinen Kreis mit diesen ersten fünf Ziffern. Ähnliche Schlüssel: {near}. Bitte die Gemeinde nach ihrem Namen wählen oder die Ziffern berichtigen.</translation>
    </message>
    <message>
        <source>{carriers} take the factor of a related carrier of {factor_set} ({mwh} MWh, {year}).</source>
        <translation>Für {carriers} gilt der Faktor eines verwandten Energieträgers aus {factor_set} ({mwh} MWh, {year}).</translation>
    </message>
    <message>
        <source>{carriers} use the local factor ({mwh} MWh, {year}). It conforms to BISKO only with exergetic allocation.</source>
        <translation>Für {carriers} gilt der örtliche Faktor ({mwh} MWh, {year}). BISKO-konform ist er nur bei exergetischer Allokation.</translation>
    </message>
    <message>
        <source>{columns} cannot be empty. Give the correct value, or withdraw an earlier correction of this field.</source>
        <translation>{columns} kann nicht leer sein. Bitte den richtigen Wert angeben oder eine frühere Berichtigung dieses Feldes zurücknehmen.</translation>
    </message>
    <message>
        <source>{columns} of {unit}: {old} → {value}, as registered.</source>
        <translation>{columns} von {unit}: {old} → {value}, wie im Register.</translation>
    </message>
    <message>
        <source>{columns} of {unit}: {old} → {value}.</source>
        <translation>{columns} von {unit}: {old} → {value}.</translation>
    </message>
    <message>
        <source>{columns}: no value is given, and nothing was changed. Give the correct value, or the word “leer” if the field is to be empty.</source>
        <translation>{columns}: Es ist kein Wert angegeben; nichts wurde geändert. Bitte den richtigen Wert angeben oder das Wort „leer“, wenn das Feld leer sein soll.</translation>
    </message>
    <message>
        <source>{columns}: the correction was made for the plant {old}; the unit belongs to {value} now. It is kept, and does not hold here. If it is the same plant, enter it again; if not, enter what the register says, and it is not asked again.</source>
        <translation>{columns}: Berichtigt wurde die Anlage {old}; die Einheit gehört jetzt zu {value}. Die Berichtigung bleibt aufbewahrt, gilt hier aber nicht. Ist es dieselbe Anlage, bitte den Wert noch einmal eingeben, sonst die Angabe des Registers; dann wird nicht mehr gefragt.</translation>
    </message>
    <message>
        <source>{columns}: the register now says {value} itself; the correction is not needed with this state. It is kept, and holds again with a state that says otherwise.</source>
        <translation>{columns}: Das Register nennt jetzt selbst {value}; die Berichtigung ist bei diesem Stand nicht nötig. Sie bleibt aufbewahrt und gilt wieder, wenn ein Stand etwas anderes nennt.</translation>
    </message>
    <message>
        <source>{columns}: the register said {old} when the value was corrected, and now says {value}. The corrected value {instead} still holds; check it.</source>
        <translation>{columns}: Bei der Berichtigung stand im Register {old}, jetzt steht dort {value}. Die Berichtigung auf {instead} gilt weiter; bitte prüfen.</translation>
    </message>
    <message>
        <source>{columns}: the register says {value}, correct according to the municipality is {instead}.</source>
        <translation>{columns}: Im Register steht {value}, richtig ist nach Angabe der Kommune {instead}.</translation>
    </message>
    <message>
        <source>{columns}: {value} is what holds already at {ids}. Nothing was kept.</source>
        <translation>{columns}: {value} gilt bei {ids} schon. Es wurde nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>{columns}: “{value}” can mean two numbers, one a thousand times the other. Type {whole} or {fraction}.</source>
        <translation>{columns}: „{value}“ kann zwei Zahlen bedeuten, die eine das Tausendfache der anderen. Bitte {whole} oder {fraction} eingeben.</translation>
    </message>
    <message>
        <source>{columns}: “{value}” cannot be read. Write numbers as 4.85 or 4,85, days as 24.12.2025, whole numbers without decimals.</source>
        <translation>{columns}: „{value}“ ist nicht lesbar. Zahlen bitte als 4,85 schreiben, Tage als 24.12.2025, ganze Zahlen ohne Nachkommastellen.</translation>
    </message>
    <message>
        <source>{columns}: “{value}” is not in the list. Possible are: {options}.</source>
        <translation>{columns}: „{value}“ steht nicht in der Liste. Möglich sind: {options}.</translation>
    </message>
    <message>
        <source>{columns}: “{value}” lies outside {low} to {high}. Check number and unit.</source>
        <translation>{columns}: „{value}“ liegt nicht zwischen {low} und {high}. Bitte Zahl und Einheit prüfen.</translation>
    </message>
    <message>
        <source>{column} of the heated buildings ({total}), by source: {source_counts}.</source>
        <translation>{column} der beheizten Gebäude ({total}), nach Herkunft: {source_counts}.</translation>
    </message>
    <message>
        <source>{column}: no value of the field &quot;{field}&quot; exceeds {highest}; it seems to hold shares of one, not {unit}. Then give the factor 100 in the field mapping.</source>
        <translation>{column}: Kein Wert des Feldes „{field}“ ist größer als {highest}; es enthält wohl Anteile von eins statt {unit}. Dann bitte den Faktor 100 in der Feldzuordnung angeben.</translation>
    </message>
    <message>
        <source>{column}: nothing in the field &quot;{field}&quot; shows whether its points and commas separate thousands or decimals, for instance {examples} ({rows} {rows:value|values}). Read as Germans write: a point before three digits separates thousands, a comma decimals. If that is wrong, give the factor 0.001 or 1000 in the field mapping.</source>
        <translation>{column}: Im Feld „{field}“ zeigt nichts, ob Punkt und Komma Tausender oder Dezimalstellen trennen, zum Beispiel {examples} ({rows} {rows:Wert|Werte}). Gelesen wurde in deutscher Schreibweise: Ein Punkt vor drei Ziffern trennt Tausender, ein Komma Dezimalstellen. Falls das nicht stimmt, in der Feldzuordnung den Faktor 0,001 oder 1000 angeben.</translation>
    </message>
    <message>
        <source>{column}: the field &quot;{field}&quot; does not tell its unit; {unit} was assumed.</source>
        <translation>{column}: Das Feld „{field}“ nennt keine Einheit; {unit} wurde angenommen.</translation>
    </message>
    <message>
        <source>{column}: the middle value {median} is implausible in {unit}; the field &quot;{field}&quot; is more likely in {hint}. Give the factor in the field mapping.</source>
        <translation>{column}: Der mittlere Wert {median} ist in {unit} unplausibel; das Feld „{field}“ steht eher in {hint}. Bitte den Faktor in der Feldzuordnung angeben.</translation>
    </message>
    <message>
        <source>{column}: {rows} {rows:value|values} of the field &quot;{field}&quot; cannot be read and {rows:is|are} left empty, for instance {examples}.</source>
        <translation>{column}: {rows} {rows:Wert|Werte} des Feldes „{field}“ {rows:ist nicht lesbar und bleibt|sind nicht lesbar und bleiben} leer, zum Beispiel {examples}.</translation>
    </message>
    <message>
        <source>{column}: {rows} {rows:value|values} of the field &quot;{field}&quot; had decimals and {rows:was|were} rounded.</source>
        <translation>{column}: {rows} {rows:Wert|Werte} des Feldes „{field}“ {rows:hatte|hatten} Nachkommastellen und {rows:wurde|wurden} gerundet.</translation>
    </message>
    <message>
        <source>{column}: {rows} {rows:value|values} of the field &quot;{field}&quot; {rows:lies|lie} before 1678 or after 2261, for instance {examples}. Such days cannot be stored and are left empty.</source>
        <translation>{column}: {rows} {rows:Wert|Werte} des Feldes „{field}“ {rows:liegt|liegen} vor 1678 oder nach 2261, zum Beispiel {examples}. Solche Tage lassen sich nicht speichern und bleiben leer.</translation>
    </message>
    <message>
        <source>{column}: {rows} {rows:value|values} of the field &quot;{field}&quot; {rows:stands|stand} in no known list, for instance {examples}. They can be assigned in the field mapping under &quot;values&quot;.</source>
        <translation>{column}: {rows} {rows:Wert|Werte} des Feldes „{field}“ {rows:steht|stehen} in keiner bekannten Liste, zum Beispiel {examples}. Das lässt sich in der Feldzuordnung unter &quot;values&quot; zuordnen.</translation>
    </message>
    <message>
        <source>{count} left out: {reason}</source>
        <translation>{count} ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>{count} merged with others</source>
        <translation>{count} mit anderen zusammengeführt</translation>
    </message>
    <message>
        <source>{count} {count:block|blocks}, {area} ha net; heated buildings outside settlements: {outside} of {total}.</source>
        <translation>{count} {count:Baublock|Baublöcke}, {area} ha netto; beheizte Gebäude im Außenbereich: {outside} von {total}.</translation>
    </message>
    <message>
        <source>{count} {count:building|buildings} with {mwh} of {all_mwh} MWh a year at no section: no street is near.</source>
        <translation>{count} {count:Gebäude|Gebäude} mit {mwh} von {all_mwh} MWh im Jahr an keinem Abschnitt: Es ist keine Straße in der Nähe.</translation>
    </message>
    <message>
        <source>{count} {count:feature|features} would be reviewed at once; {high} is the most. Select the units in the layer and tick “Selected features only”.</source>
        <translation>Es würden {count} {count:Objekt|Objekte} auf einmal geprüft; höchstens {high} sind möglich. Bitte die Anlagen im Layer auswählen und „Nur gewählte Objekte“ anhaken.</translation>
    </message>
    <message>
        <source>{count} {count:field of the source was|fields of the source were} not taken over: {fields}.</source>
        <translation>{count} {count:Feld der Quelle wurde|Felder der Quelle wurden} nicht übernommen: {fields}.</translation>
    </message>
    <message>
        <source>{count} {count:finding|findings} on {units} {units:unit|units} written: {files}.</source>
        <translation>{count} {count:Auffälligkeit|Auffälligkeiten} zu {units} {units:Anlage|Anlagen} geschrieben: {files}.</translation>
    </message>
    <message>
        <source>{count} {count:object|objects} from {service}, fetched on {date}</source>
        <translation>{count} {count:Objekt|Objekte} von {service}, abgerufen am {date}</translation>
    </message>
    <message>
        <source>{count} {count:object|objects} from {service}, fetched on {date}, kept on this computer</source>
        <translation>{count} {count:Objekt|Objekte} von {service}, abgerufen am {date}, von diesem Rechner</translation>
    </message>
    <message>
        <source>{count} {count:plant is|plants are} proposed as feeding a heat network. Confirm or reject each with “Review plants”: field feeds_network, value yes or no.</source>
        <translation>{count} {count:Anlage ist|Anlagen sind} als einspeisend in ein Wärmenetz vorgeschlagen. Jede mit „Anlagen prüfen“ bestätigen oder ablehnen: Feld feeds_network, Wert ja oder nein.</translation>
    </message>
    <message>
        <source>{count} {count:plant|plants} of combined heat and power or biomass beside a heat network {count:states|state} no useful heat in the register and {count:is|are} not proposed. Mark the field feeds_network by “Review plants” where one feeds the network.</source>
        <translation>{count} {count:KWK- oder Biomasseanlage|KWK- oder Biomasseanlagen} am Wärmenetz {count:nennt|nennen} im Register keine Wärmeleistung und {count:wird|werden} nicht vorgeschlagen. Speist eine davon ein, das Feld feeds_network mit „Anlagen prüfen“ setzen.</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} of the plants in {path} {count:was|were} changed by hand in the attribute table; what the register says there is no longer known. Note wanted changes, load the plants again with the advanced option “Overwrite rows changed by hand” (OVERWRITE_EDITS), then enter them with “Review plants” (enact:reviewplants).</source>
        <translation>{count} {count:Zeile|Zeilen} der Anlagen in {path} {count:wurde|wurden} in der Attributtabelle von Hand geändert; was das Register dort sagt, ist nicht mehr bekannt. Bitte gewünschte Änderungen notieren, die Anlagen mit der erweiterten Option „Von Hand geänderte Zeilen überschreiben“ (OVERWRITE_EDITS) neu laden und sie dann mit „Anlagen prüfen“ (enact:reviewplants) angeben.</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} of the plants {count:was|were} changed by hand in the attribute table and {count:is|are} in these figures as changed. What is to last is said with “Review plants” (enact:reviewplants).</source>
        <translation>{count} {count:Zeile|Zeilen} der Anlagen {count:wurde|wurden} in der Attributtabelle von Hand geändert und {count:geht|gehen} so in diese Kennzahlen ein. Was bleiben soll, mit „Anlagen prüfen“ (enact:reviewplants) angeben.</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} of {layer} had been changed by hand. This layer is always made anew.</source>
        <translation>In {layer} {count:war|waren} {count} {count:Zeile|Zeilen} von Hand geändert. Diese Ebene entsteht immer neu.</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} of {layer} had been changed by hand. This layer is always made anew; what is to last is said with “Review plants” (enact:reviewplants).</source>
        <translation>{count} {count:Zeile|Zeilen} von „{layer}“ {count:war|waren} von Hand geändert. Dieser Layer entsteht immer neu; was bleiben soll, mit „Anlagen prüfen“ (enact:reviewplants) angeben.</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} of {layer} in {path} {count:was|were} changed by hand since the last load; loading the plants again would lose that. The layer stands as it was. Note wanted changes, load with the advanced option “Overwrite rows changed by hand” (OVERWRITE_EDITS), then enter them with “Review plants” (enact:reviewplants): what is said there survives every load.</source>
        <translation>{count} {count:Zeile|Zeilen} von „{layer}“ in {path} {count:wurde|wurden} seit dem letzten Laden von Hand geändert; beim erneuten Laden der Anlagen ginge das verloren. Der Layer ist unverändert. Bitte gewünschte Änderungen notieren, mit der erweiterten Option „Von Hand geänderte Zeilen überschreiben“ (OVERWRITE_EDITS) laden und sie dann mit „Anlagen prüfen“ (enact:reviewplants) angeben: Was dort gesagt ist, überdauert jedes Laden.</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} of {layer} in {path} {count:was|were} changed by hand since the layer was loaded; loading it again would lose that. The layer stands as it was. Export it first if the changes are wanted, then load it with the advanced option &quot;Overwrite rows changed by hand&quot; (OVERWRITE_EDITS).</source>
        <translation>{count} {count:Zeile|Zeilen} von {layer} in {path} {count:wurde|wurden} seit dem Laden von Hand geändert; erneutes Laden würde das verlieren. Die Ebene ist unverändert. Werden die Änderungen gebraucht, bitte die Ebene zuerst exportieren; dann mit der erweiterten Option „Von Hand geänderte Zeilen überschreiben“ (OVERWRITE_EDITS) laden.</translation>
    </message>
    <message>
        <source>{count} {count:section|sections} with buildings, {mean} kWh/(m·a) on average by length.</source>
        <translation>{count} {count:Abschnitt|Abschnitte} mit Gebäuden, nach Länge gemittelt {mean} kWh/(m·a).</translation>
    </message>
    <message>
        <source>{count} {count:statement|statements} on {units} {units:unit|units} kept with name, date and reason.</source>
        <translation>{count} {count:Angabe|Angaben} zu {units} {units:Anlage|Anlagen} mit Name, Datum und Begründung aufbewahrt.</translation>
    </message>
    <message>
        <source>{count} {count:unit has|units have} a catalogue number of the register that EnAct does not know; it was kept.</source>
        <translation>{count} {count:Einheit hat|Einheiten haben} eine Katalognummer des Registers, die EnAct nicht kennt; sie wurde beibehalten.</translation>
    </message>
    <message>
        <source>{count} {count:unit of the file belongs to another municipality and was|units of the file belong to other municipalities and were} not taken.</source>
        <translation>{count} {count:Einheit der Datei gehört zu einer anderen Gemeinde und wurde|Einheiten der Datei gehören zu anderen Gemeinden und wurden} nicht übernommen.</translation>
    </message>
    <message>
        <source>{count} {count:unit stands|units stand} under a municipality key that is no longer valid and {count:was|were} assigned to the successor.</source>
        <translation>{count} {count:Einheit steht|Einheiten stehen} unter einem nicht mehr gültigen Gemeindeschlüssel und {count:wurde|wurden} der Nachfolgegemeinde zugeordnet.</translation>
    </message>
    <message>
        <source>{count} {count:unit|units} of the complete state of {date} {count:is|are} missing from this file: {count:it stays|they stay} in the history and {count:does|do} not count as deleted.</source>
        <translation>{count} {count:Einheit|Einheiten} des vollständigen Stands vom {date} {count:fehlt|fehlen} in dieser Datei: {count:Sie bleibt|Sie bleiben} im Verlauf und {count:gilt|gelten} nicht als gelöscht.</translation>
    </message>
    <message>
        <source>{count} {count:unit|units} that the earlier state did not deliver {count:is|are} no change: the register had {count:it|them} by then.</source>
        <translation>{count} {count:Einheit|Einheiten}, die der frühere Stand nicht geliefert hat, {count:ist|sind} keine Änderung: Im Register {count:stand|standen} sie da schon.</translation>
    </message>
    <message>
        <source>{count} {count:value is|values are} negative or not a number ({name}); sums of them cannot be protected, and nothing is published. Compute the heat demand again.</source>
        <translation>{count} {count:Wert ist|Werte sind} negativ oder keine Zahl ({name}); Summen daraus lassen sich nicht schützen, nichts wird veröffentlicht. Berechnen Sie den Wärmebedarf neu.</translation>
    </message>
    <message>
        <source>{count} {count:value|values} of {file} {count:is|are} neither a number nor a dash and {count:was|were} left empty.</source>
        <translation>{count} {count:Wert|Werte} in {file} {count:ist weder Zahl noch Strich und bleibt|sind weder Zahl noch Strich und bleiben} leer.</translation>
    </message>
    <message>
        <source>{factor_set} allows no own factor for {carriers}. Please remove it.</source>
        <translation>Für {carriers} lässt {factor_set} keinen eigenen Faktor zu. Bitte entfernen.</translation>
    </message>
    <message>
        <source>{factor_set} has no factor for {carriers}: {mwh} MWh ({percent} %, {year}) without emissions. For the heat network enter the factor of its operator.</source>
        <translation>{factor_set} hat keinen Faktor für {carriers}: {mwh} MWh ({percent} %, {year}) ohne Emissionen. Für das Wärmenetz den Faktor des Betreibers eintragen.</translation>
    </message>
    <message>
        <source>{file} (in {path}) is no grid file of the census: the field GITTER_ID_100m is missing; it begins with &quot;{start}&quot;. Download the file of the 100 m grid and give it unchanged.</source>
        <translation>{file} (in {path}) ist keine Gitterdatei des Zensus: Das Feld GITTER_ID_100m fehlt; sie beginnt mit „{start}“. Bitte die Datei des 100-m-Gitters herunterladen und unverändert angeben.</translation>
    </message>
    <message>
        <source>{file} ({topic}) is not used, its classes fit no other data. Take {instead}.</source>
        <translation>{file} ({topic}) wird nicht verwendet, die Klassen passen zu keinen anderen Daten. Stattdessen {instead} nehmen.</translation>
    </message>
    <message>
        <source>{file} holds no figure EnAct uses (headings: {headings}).</source>
        <translation>{file} enthält keine Angabe, die EnAct verwendet (Überschriften: {headings}).</translation>
    </message>
    <message>
        <source>{file} in {path} is implausibly large and was not read (unpacked {ratio} times its size). Download the file again from the statistical office.</source>
        <translation>{file} in {path} ist unplausibel groß und wurde nicht gelesen (entpackt das {ratio}-Fache). Bitte die Datei erneut beim Statistischen Amt herunterladen.</translation>
    </message>
    <message>
        <source>{file} in {path} is protected by a password. Unpack it and give the csv.</source>
        <translation>{file} in {path} ist mit einem Passwort geschützt. Bitte entpacken und die CSV-Datei angeben.</translation>
    </message>
    <message>
        <source>{gross_kw} kW gross and {net_kw} kW net are too much for a plug-in solar device.</source>
        <translation>{gross_kw} kW brutto und {net_kw} kW netto sind zu viel für eine steckerfertige Solaranlage.</translation>
    </message>
    <message>
        <source>{gross_kw} kW on {module_count} {module_count:module|modules}: implausible per module; watts were entered as kilowatts, or modules counted wrong.</source>
        <translation>{gross_kw} kW bei {module_count} {module_count:Modul|Modulen}: je Modul unplausibel. Watt als Kilowatt eingetragen oder Module falsch gezählt.</translation>
    </message>
    <message>
        <source>{host} answered with an error (status {status}).{said} Try again later; if it stays so, check the address.</source>
        <translation>{host} hat mit einem Fehler geantwortet (Status {status}).{said} Bitte später erneut versuchen; bleibt es dabei, die Adresse prüfen.</translation>
    </message>
    <message>
        <source>{host} answered with an error: “{message}”. Try again later, or load a file (SOURCE=csv or bulk).</source>
        <translation>{host} hat mit einem Fehler geantwortet: „{message}“. Bitte später erneut versuchen oder eine Datei laden (SOURCE=csv oder bulk).</translation>
    </message>
    <message>
        <source>{host} answers at this address as none of the services that EnAct can ask ({tried}). Check the address: it often stands as “WFS”, “OGC API” or “REST” on the page that describes the data.</source>
        <translation>{host} antwortet unter dieser Adresse wie keiner der Dienste, die EnAct abfragen kann ({tried}). Bitte die Adresse prüfen: Sie steht oft als „WFS“, „OGC API“ oder „REST“ auf der Seite, die die Daten beschreibt.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {detail}. Check the network connection and try again; behind a proxy, enter it under Settings, Options, Network.</source>
        <translation>{host} ist nicht erreichbar: {detail}. Bitte die Netzwerkverbindung prüfen und erneut versuchen; hinter einem Proxy diesen unter Einstellungen, Optionen, Netzwerk eintragen.</translation>
    </message>
    <message>
        <source>{host} cannot give the bulk export (Gesamtdatenexport) now. Read are the pieces of the export of {date} that are kept on this computer.</source>
        <translation>{host} kann den Gesamtdatenexport gerade nicht liefern. Gelesen werden die Teile des Exports vom {date}, die auf diesem Rechner liegen.</translation>
    </message>
    <message>
        <source>{host} changed while it was read, several times: {units} {units:unit was|units were} fetched, it states {total}. Load again if the figures must be exact.</source>
        <translation>{host} hat sich beim Lesen mehrmals geändert. Abgerufene Einheiten: {units}, gemeldet: {total}. Bitte erneut laden, wenn die Zahlen genau sein müssen.</translation>
    </message>
    <message>
        <source>{host} did not answer, or not wholly, within {seconds} s. Try again later, or check the network connection.</source>
        <translation>{host} hat innerhalb von {seconds} s nicht oder nicht vollständig geantwortet. Bitte später erneut versuchen oder die Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>{host} did not understand the request. The service has changed: load a file (SOURCE=csv or bulk) until EnAct is updated.</source>
        <translation>{host} hat die Anfrage nicht verstanden. Der Dienst hat sich geändert: Bitte eine Datei laden (SOURCE=csv oder bulk), bis EnAct aktualisiert ist.</translation>
    </message>
    <message>
        <source>{host} has ignored the filter for municipality {ags} and offers the whole register ({total} {total:unit|units}). Nothing was loaded. The service has changed: load a file (SOURCE=csv or bulk) until EnAct is updated.</source>
        <translation>{host} hat den Filter auf die Gemeinde {ags} nicht beachtet und bietet das ganze Register an ({total} {total:Einheit|Einheiten}). Geladen wurde nichts. Der Dienst hat sich geändert: Bitte eine Datei laden (SOURCE=csv oder bulk), bis EnAct aktualisiert ist.</translation>
    </message>
    <message>
        <source>{host} has no unit in the municipality {ags}. Check the municipality key.</source>
        <translation>{host} hat keine Einheit in der Gemeinde {ags}. Bitte den Gemeindeschlüssel prüfen.</translation>
    </message>
    <message>
        <source>{host} is overloaded or under maintenance (status {status}) and could not answer in several attempts. Try again later.</source>
        <translation>{host} ist überlastet oder wird gewartet (Status {status}) und hat auch nach mehreren Versuchen nicht geantwortet. Bitte später erneut versuchen.</translation>
    </message>
    <message>
        <source>{host} no longer has {path} (status {status}).{said} The service may have moved: check the address.</source>
        <translation>{host} hat {path} nicht mehr (Status {status}).{said} Vielleicht ist der Dienst umgezogen: bitte die Adresse prüfen.</translation>
    </message>
    <message>
        <source>{host} refuses the request (status {status}): a login is missing or wrong, or the service does not serve this network.{said}</source>
        <translation>{host} verweigert die Anfrage (Status {status}): Eine Anmeldung fehlt oder ist falsch, oder der Dienst bedient dieses Netz nicht.{said}</translation>
    </message>
    <message>
        <source>{host} says it has no unit at all, which cannot be. Try again later, or load a file (SOURCE=csv or bulk).</source>
        <translation>{host} meldet gar keine Einheit, was nicht sein kann. Bitte später erneut versuchen oder eine Datei laden (SOURCE=csv oder bulk).</translation>
    </message>
    <message>
        <source>{host} sends on again and again, last to {value}. Check the address.</source>
        <translation>{host} leitet immer wieder um, zuletzt nach {value}. Bitte die Adresse prüfen.</translation>
    </message>
    <message>
        <source>{host} sends on from a secure connection to an insecure one at {target}; this was not followed. Often it is the login page of a network: open the address in the browser once.</source>
        <translation>{host} leitet von einer gesicherten Verbindung auf eine ungesicherte bei {target} um; dem wurde nicht gefolgt. Oft ist es die Anmeldeseite eines Netzes: bitte die Adresse einmal im Browser öffnen.</translation>
    </message>
    <message>
        <source>{host} sent a web page instead of a file: the address is that of a page, or a proxy asks for a login. Open it in the browser to see.</source>
        <translation>{host} hat eine Internetseite statt einer Datei geschickt: Die Adresse ist die einer Seite, oder ein Proxy verlangt eine Anmeldung. Bitte zum Nachsehen im Browser öffnen.</translation>
    </message>
    <message>
        <source>{host} sent a web page instead of data: the register is under maintenance, or a proxy asks for a login. Open it in the browser to see, and try again later.</source>
        <translation>{host} hat eine Internetseite statt Daten geschickt: Das Register wird gewartet, oder ein Proxy verlangt eine Anmeldung. Bitte zum Nachsehen im Browser öffnen und später erneut versuchen.</translation>
    </message>
    <message>
        <source>{host} sent something that is no answer of the register. Try again later, or load a file (SOURCE=csv or bulk).</source>
        <translation>{host} hat etwas geschickt, das keine Antwort des Registers ist. Bitte später erneut versuchen oder eine Datei laden (SOURCE=csv oder bulk).</translation>
    </message>
    <message>
        <source>{host} sent units of other municipalities ({examples}) when asked for {ags}. Nothing was loaded. The service has changed: load a file (SOURCE=csv or bulk) until EnAct is updated.</source>
        <translation>{host} hat auf die Frage nach {ags} Einheiten anderer Gemeinden geschickt ({examples}). Geladen wurde nichts. Der Dienst hat sich geändert: Bitte eine Datei laden (SOURCE=csv oder bulk), bis EnAct aktualisiert ist.</translation>
    </message>
    <message>
        <source>{ids}: not among the plants of this workspace. Check the number (SEE and twelve digits).</source>
        <translation>{ids}: nicht unter den Anlagen dieses Arbeitsbereichs. Bitte die Nummer prüfen (SEE und zwölf Ziffern).</translation>
    </message>
    <message>
        <source>{ids}: the value is the sum of several plants ({names}), and units of their own say otherwise of {others}. Correct those units; the sum follows.</source>
        <translation>{ids}: Der Wert ist die Summe mehrerer Anlagen ({names}); zu {others} machen andere Einheiten eine eigene Angabe, die nicht dazu passt. Bitte dort berichtigen; die Summe folgt.</translation>
    </message>
    <message>
        <source>{kind}: areas are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Flächen, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Art wählen.</translation>
    </message>
    <message>
        <source>{kind}: gas networks are kept by block only, never as pipes (lines or points in the source: {rows}). Give the blocks with their connections.</source>
        <translation>{kind}: Gasnetze werden nur baublockbezogen geführt, nie als Leitungen (Linien oder Punkte in der Quelle: {rows}). Bitte die Baublöcke mit ihren Anschlüssen angeben.</translation>
    </message>
    <message>
        <source>{kind}: geometries are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Geometrien, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Art wählen.</translation>
    </message>
    <message>
        <source>{kind}: given several times, but only one file can be taken. Leave one, or join them in QGIS (Merge vector layers) and give the result.</source>
        <translation>{kind}: mehrmals angegeben, möglich ist nur eine Datei. Bitte alle bis auf eine weglassen oder sie in QGIS zusammenführen (Vektorlayer zusammenführen) und das Ergebnis angeben.</translation>
    </message>
    <message>
        <source>{kind}: lines are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Linien, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Art wählen.</translation>
    </message>
    <message>
        <source>{kind}: nothing in the source lies in the municipality (objects: {rows}). Check the coordinate reference system, and whether the file and the boundary (or the districts) are of this municipality.</source>
        <translation>{kind}: Kein Objekt der Quelle liegt in der Gemeinde (Objekte: {rows}). Bitte das Koordinatenbezugssystem prüfen und ob Datei und Gemeindegrenze (oder Ortsteile) zu dieser Gemeinde gehören.</translation>
    </message>
    <message>
        <source>{kind}: points are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Punkte, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Art wählen.</translation>
    </message>
    <message>
        <source>{kind}: units counted under another carrier now; gross power of existing units {old} → {kw} kW.</source>
        <translation>{kind}: Einheiten zählen jetzt zu einem anderen Energieträger; Bruttoleistung der bestehenden Einheiten {old} → {kw} kW.</translation>
    </message>
    <message>
        <source>{kind}: {values}; gross power of existing units {old} → {kw} kW.</source>
        <translation>{kind}: {values}; Bruttoleistung der bestehenden Einheiten {old} → {kw} kW.</translation>
    </message>
    <message>
        <source>{kwh_m3} kWh/m³ is not between {low} and {high}. Please give calorific value times gas law factor (Zustandszahl).</source>
        <translation>{kwh_m3} kWh/m³ liegt nicht zwischen {low} und {high}. Bitte Brennwert mal Zustandszahl angeben.</translation>
    </message>
    <message>
        <source>{label}: “{text}” can mean two numbers. Type {whole} or {fraction}.</source>
        <translation>{label}: „{text}“ kann zwei Zahlen bedeuten. Schreiben Sie {whole} oder {fraction}.</translation>
    </message>
    <message>
        <source>{label}: “{text}” does not fit. Expected is {expected}.</source>
        <translation>{label}: „{text}“ passt nicht. Erwartet wird: {expected}.</translation>
    </message>
    <message>
        <source>{label}: “{text}” is no factor. Type a number other than zero, for instance 1000 or 0,001.</source>
        <translation>{label}: „{text}“ ist kein Faktor. Bitte eine Zahl ungleich null eingeben, zum Beispiel 1000 oder 0,001.</translation>
    </message>
    <message>
        <source>{latitude} N, {longitude} E</source>
        <translation>{latitude} N, {longitude} O</translation>
    </message>
    <message>
        <source>{latitude} N, {longitude} E is no place in Germany. Write the latitude first, in degrees, for instance 51.34, 12.37.</source>
        <translation>{latitude} N, {longitude} O liegt nicht in Deutschland. Bitte zuerst den Breitengrad schreiben, in Grad, zum Beispiel 51,34 12,37.</translation>
    </message>
    <message>
        <source>{layer} came from another source ({source}) and stays; delete the layer to have it computed.</source>
        <translation>{layer} stammt aus anderer Quelle ({source}) und bleibt. Bitte die Ebene löschen, damit sie gerechnet wird.</translation>
    </message>
    <message>
        <source>{layer} did not pass the privacy gate and is not written. This is a mistake in EnAct; please report it.</source>
        <translation>{layer} ist nicht durch die Datenschutzprüfung gegangen und wird nicht geschrieben. Das ist ein Fehler in EnAct; bitte melden.</translation>
    </message>
    <message>
        <source>{layer} has no coordinate reference system and its coordinates do not tell which one it is. Set it in the layer's properties (Source) and start again.</source>
        <translation>{layer} hat kein Koordinatensystem, und die Koordinaten verraten nicht, welches es ist. Bitte in den Layereigenschaften unter „Quelle“ das Koordinatensystem festlegen und neu starten.</translation>
    </message>
    <message>
        <source>{layer} has no field mastr_id. Choose the layer of the plants or of the findings on plants.</source>
        <translation>{layer} hat kein Feld mastr_id. Bitte den Layer der Anlagen oder der Auffälligkeiten wählen.</translation>
    </message>
    <message>
        <source>{layer} has nothing inside the municipality. Check its coordinate reference system ({crs}), and whether the file and the boundary (or the districts) are of this municipality.</source>
        <translation>{layer} enthält nichts innerhalb der Gemeinde. Bitte das Koordinatenbezugssystem ({crs}) prüfen und ob Datei und Gemeindegrenze (oder Ortsteile) zu dieser Gemeinde gehören.</translation>
    </message>
    <message>
        <source>{layer} is empty: not a single object. Check in QGIS whether the layer shows anything (a filter may hide all of it), or choose another file.</source>
        <translation>{layer} ist leer, ohne ein einziges Objekt. Bitte in QGIS prüfen, ob der Layer etwas zeigt (ein Filter kann alles ausblenden), oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{layer} is out of date: changed since it was made: {layers}. Load it again.</source>
        <translation>{layer} ist nicht mehr aktuell; seitdem geändert oder neu geladen: {layers}. Bitte die Ebene neu laden.</translation>
    </message>
    <message>
        <source>{layer} needs a geometry, and the source has none. Its fields: {fields}. Load the table in QGIS as a point layer first, or choose the layer it belongs to.</source>
        <translation>{layer} braucht eine Geometrie, die Quelle hat keine. Ihre Felder: {fields}. Bitte die Tabelle zuerst in QGIS als Punktlayer laden oder den zugehörigen Layer wählen.</translation>
    </message>
    <message>
        <source>{layer} states no usable coordinate reference system; its coordinates fit {crs}, which is assumed.</source>
        <translation>{layer} nennt kein brauchbares Koordinatensystem; die Koordinaten passen zu {crs}, dieses wird angenommen.</translation>
    </message>
    <message>
        <source>{layer}, incomplete: {reason}</source>
        <translation>{layer}, unvollständig: {reason}</translation>
    </message>
    <message>
        <source>{layer}: no service is asked of its own accord. Only on request, as SERVICE of the loader: {ids}. Or give a file.</source>
        <translation>{layer}: Hier wird kein Dienst von selbst gefragt. Nur auf Wunsch, als SERVICE beim Laden der Ebene: {ids}. Oder eine Datei angeben.</translation>
    </message>
    <message>
        <source>{layer}: not loaded. {reason}</source>
        <translation>{layer}: nicht geladen. {reason}</translation>
    </message>
    <message>
        <source>{layer}: one of the files was left out: {file}. {reason}</source>
        <translation>{layer}: eine Datei davon blieb weg: {file}. {reason}</translation>
    </message>
    <message>
        <source>{layer}: {file}, from {page}</source>
        <translation>{layer}: {file}, von {page}</translation>
    </message>
    <message>
        <source>{layer}: {rows} {rows:row|rows} written</source>
        <translation>{layer}: {rows} {rows:Zeile|Zeilen} geschrieben</translation>
    </message>
    <message>
        <source>{layer}: {rows} {rows:row|rows} written, {rows_in} read</source>
        <translation>{layer}: {rows} {rows:Zeile|Zeilen} geschrieben, {rows_in} gelesen</translation>
    </message>
    <message>
        <source>{member} in {path} breaks off within a row: it and all rows behind it are missing.</source>
        <translation>{member} in {path} bricht mitten in einer Zeile ab: Sie und alle Zeilen dahinter fehlen.</translation>
    </message>
    <message>
        <source>{member} in {path}: {rows} {rows:row has|rows have} an entity unknown to XML; not read.</source>
        <translation>{member} in {path}: {rows} {rows:Zeile|Zeilen} mit einer in XML unbekannten Entität nicht gelesen.</translation>
    </message>
    <message>
        <source>{member} in {path}: {rows} {rows:row has|rows have} missing or mismatched tags; not read.</source>
        <translation>{member} in {path}: {rows} {rows:Zeile|Zeilen} mit unvollständigen oder unpassenden Elementen nicht gelesen.</translation>
    </message>
    <message>
        <source>{member} in {path}: {rows} {rows:row has|rows have} unreadable characters; not read.</source>
        <translation>{member} in {path}: {rows} {rows:Zeile|Zeilen} mit unlesbaren Zeichen nicht gelesen.</translation>
    </message>
    <message>
        <source>{name} = {value} is negative. Please change it.</source>
        <translation>{name} = {value} ist negativ. Bitte ändern.</translation>
    </message>
    <message>
        <source>{name} = {value} is no share between 0 and 1 (network loss up to 0.9). Please check the unit.</source>
        <translation>{name} = {value} ist kein Anteil zwischen 0 und 1 (Netzverluste bis 0,9). Bitte die Einheit prüfen.</translation>
    </message>
    <message>
        <source>{name} is no layer for others. This is a mistake in EnAct; please report it.</source>
        <translation>{name} ist kein Layer für andere. Das ist ein Fehler in EnAct; bitte melden.</translation>
    </message>
    <message>
        <source>{objects} {objects:object holds|objects hold} {addresses} {addresses:address|addresses}; each became a row.</source>
        <translation>{objects} {objects:Objekt trägt|Objekte tragen} {addresses} {addresses:Adresse|Adressen}; jede wurde eine Zeile.</translation>
    </message>
    <message>
        <source>{objects} {objects:object of the 3D model has no ground surface and is|objects of the 3D model have no ground surface and are} missing.</source>
        <translation>{objects} {objects:Objekt des 3D-Modells hat keine Grundfläche und fehlt|Objekte des 3D-Modells haben keine Grundfläche und fehlen}.</translation>
    </message>
    <message>
        <source>{parameter}: &quot;{value}&quot; is not possible. Possible are: {options}.</source>
        <translation>{parameter}: „{value}“ ist nicht möglich. Möglich sind: {options}.</translation>
    </message>
    <message>
        <source>{parameter}: “{value}” is no date. Write 2025-08-31 or 31.08.2025.</source>
        <translation>{parameter}: „{value}“ ist kein Datum. Bitte 31.08.2025 oder 2025-08-31 schreiben.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) cannot be opened: {detail}. Check the rights on the file, or whether another program holds it.</source>
        <translation>{path} ({parameter}) lässt sich nicht öffnen: {detail}. Bitte die Rechte an der Datei prüfen oder ob ein anderes Programm sie belegt.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) cannot be read as a layer, and the path holds “{sign}”, with which QGIS often finds nothing. Rename the folder or the file (a blank instead of %20, for instance), and choose it again.</source>
        <translation>{path} ({parameter}) lässt sich nicht als Layer lesen; der Pfad enthält „{sign}“, womit QGIS oft nichts findet. Bitte den Ordner oder die Datei umbenennen (zum Beispiel Leerzeichen statt %20) und neu wählen.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) cannot be read as a layer. Check in QGIS whether it opens there.</source>
        <translation>{path} ({parameter}) lässt sich nicht als Layer lesen. Bitte in QGIS prüfen, ob sich die Datei dort öffnen lässt.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) does not exist. Check path and spelling, or choose the file again.</source>
        <translation>{path} ({parameter}) gibt es nicht. Bitte Pfad und Schreibweise prüfen oder die Datei neu wählen.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) is a folder in which QGIS finds no layer. Choose a file in it.</source>
        <translation>{path} ({parameter}) ist ein Ordner, in dem QGIS keinen Layer findet. Bitte eine Datei daraus wählen.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) is a web page, often an error message, and holds no data. Open it in a browser to see what it says, and download the data again.</source>
        <translation>{path} ({parameter}) ist eine Webseite, oft eine Fehlermeldung, und enthält keine Daten. Bitte im Browser nachsehen, was darin steht, und die Daten neu herunterladen.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) is an empty file. Download it again.</source>
        <translation>{path} ({parameter}) ist eine leere Datei. Bitte neu herunterladen.</translation>
    </message>
    <message>
        <source>{path} ({parameter}) is cut off: the download was broken off, or the disk was full. Download it again.</source>
        <translation>{path} ({parameter}) ist abgeschnitten: Der Download brach ab, oder der Datenträger war voll. Bitte neu herunterladen.</translation>
    </message>
    <message>
        <source>{path} cannot be read here; expected is a file of kind {endings}.</source>
        <translation>{path} kann hier nicht gelesen werden; erwartet wird eine Datei der Art {endings}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {detail}. Close programs that have it open, or check your rights to the folder.</source>
        <translation>{path} lässt sich nicht lesen: {detail}. Bitte Programme schließen, die die Datei geöffnet haben, oder die Rechte am Ordner prüfen.</translation>
    </message>
    <message>
        <source>{path} cannot be written: no files can be created in {folder}. Choose another folder.</source>
        <translation>{path} kann nicht geschrieben werden: In {folder} lassen sich keine Dateien anlegen. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {detail}. Choose another folder, or free space on the disk.</source>
        <translation>{path} lässt sich nicht schreiben: {detail}. Bitte einen anderen Ordner wählen oder auf dem Datenträger Platz schaffen.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {detail}. What was fetched before is as it was.</source>
        <translation>{path} kann nicht geschrieben werden: {detail}. Was vorher abgerufen wurde, ist unverändert.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose the file again or leave the field empty.</source>
        <translation>{path} gibt es nicht. Bitte die Datei neu wählen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose the file again.</source>
        <translation>{path} gibt es nicht. Bitte die Datei neu wählen.</translation>
    </message>
    <message>
        <source>{path} ends before the end of the archive: the download broke off. Load the file again.</source>
        <translation>{path} endet vor dem Ende des Archivs: Das Herunterladen brach ab. Bitte die Datei neu herunterladen.</translation>
    </message>
    <message>
        <source>{path} ends too early (character {position}): the download was broken off, units are missing. Fetch it again; nothing was loaded.</source>
        <translation>{path} endet zu früh (Zeichen {position}): Der Abruf wurde abgebrochen, es fehlen Einheiten. Bitte neu abrufen; es wurde nichts geladen.</translation>
    </message>
    <message>
        <source>{path} ends within its last line: the download was broken off, more units may be missing. Export again.</source>
        <translation>{path} endet mitten in der letzten Zeile: Der Download wurde abgebrochen, es können weitere Einheiten fehlen. Bitte neu exportieren.</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name.</source>
        <translation>{path} gibt es schon. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} has no column {wanted}; its columns are: {columns}. The table has another form than EnAct knows: download it, and load it as a file with a field mapping.</source>
        <translation>{path} hat keine Spalte {wanted}; vorhanden sind: {columns}. Die Tabelle hat eine andere Form, als EnAct sie kennt. Bitte herunterladen und als Datei mit Feldzuordnung laden.</translation>
    </message>
    <message>
        <source>{path} has no ending that names a table. Possible are: {endings}.</source>
        <translation>{path} hat keine Endung für eine Tabelle. Möglich sind: {endings}.</translation>
    </message>
    <message>
        <source>{path} has no table Katalogwerte: codes whose words EnAct does not know stay numbers.</source>
        <translation>In {path} fehlt die Tabelle Katalogwerte: Codes, deren Wörter EnAct nicht kennt, bleiben Zahlen.</translation>
    </message>
    <message>
        <source>{path} has no table of units (found: {tables}). Give the whole export of the register (Gesamtdatenexport), not a part of it.</source>
        <translation>{path} enthält keine Tabelle mit Einheiten (gefunden: {tables}). Bitte den vollständigen Gesamtdatenexport angeben, nicht einen Teil davon.</translation>
    </message>
    <message>
        <source>{path} has no table {tables}: it does not tell all gas units. The layer of gas plants stays as it is.</source>
        <translation>In {path} fehlt die Tabelle {tables}: Der Export nennt nicht alle Gaseinheiten. Der Layer der Gaserzeuger und Gasspeicher bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>{path} has no table {table}: units of this kind are missing.</source>
        <translation>In {path} fehlt die Tabelle {table}: Einheiten dieser Art fehlen.</translation>
    </message>
    <message>
        <source>{path} has no table {table}: what only this table says stays empty.</source>
        <translation>In {path} fehlt die Tabelle {table}: Was nur sie angibt, bleibt leer.</translation>
    </message>
    <message>
        <source>{path} has no unit with the municipality key {ags}; {count} {count:unit was|units were} looked through. Check the key, or give an export of all of Germany.</source>
        <translation>{path} enthält keine Einheit mit dem Gemeindeschlüssel {ags}; durchgesehen {count:wurde|wurden} {count} {count:Einheit|Einheiten}. Bitte den Schlüssel prüfen oder den Gesamtdatenexport für ganz Deutschland angeben.</translation>
    </message>
    <message>
        <source>{path} holds JSON. Choose json as the form of the register data (SOURCE=json).</source>
        <translation>{path} enthält JSON. Bitte als Form der Registerdaten json wählen (SOURCE=json).</translation>
    </message>
    <message>
        <source>{path} holds a CSV table. Choose csv as the form of the register data (SOURCE=csv).</source>
        <translation>{path} enthält eine CSV-Tabelle. Bitte als Form der Registerdaten „csv“ wählen (SOURCE=csv).</translation>
    </message>
    <message>
        <source>{path} holds a coarser grid ({file}). Needed is the 100 m grid; the official zip holds all three.</source>
        <translation>{path} enthält ein gröberes Gitter ({file}). Gebraucht wird das 100-m-Gitter; die amtliche Zip-Datei enthält alle drei.</translation>
    </message>
    <message>
        <source>{path} holds a web page, not data: an error or maintenance page of the register, or the saved page instead of the download. Export the units again.</source>
        <translation>{path} enthält eine Webseite statt Daten: eine Fehler- oder Wartungsseite des Registers oder die gespeicherte Seite statt des Downloads. Bitte die Einheiten neu exportieren.</translation>
    </message>
    <message>
        <source>{path} holds an error of the register instead of units: {message} The request needs all five parameters sort, page, pageSize, group, filter (they may be empty).</source>
        <translation>{path} enthält statt Einheiten eine Fehlermeldung des Registers: {message} Die Anfrage braucht alle fünf Parameter sort, page, pageSize, group, filter (sie dürfen leer sein).</translation>
    </message>
    <message>
        <source>{path} holds more than {cells} cells. Give a boundary, so that only the municipality is loaded.</source>
        <translation>{path} enthält mehr als {cells} Gitterzellen. Bitte eine Gemeindegrenze angeben, damit nur die Gemeinde geladen wird.</translation>
    </message>
    <message>
        <source>{path} holds no csv file (it holds: {files}). Choose a zip with grid data of the census.</source>
        <translation>{path} enthält keine CSV-Datei (sondern: {files}). Bitte eine Zip-Datei mit Gitterdaten des Zensus wählen.</translation>
    </message>
    <message>
        <source>{path} holds no layer “{name}”. It holds: {layers}.</source>
        <translation>{path} enthält keinen Layer „{name}“. Vorhanden: {layers}.</translation>
    </message>
    <message>
        <source>{path} holds no plants yet. Load the register first (enact:loadplants).</source>
        <translation>{path} enthält noch keine Anlagen. Bitte zuerst das Register laden (enact:loadplants).</translation>
    </message>
    <message>
        <source>{path} holds no table of units of open-mastr (found: {found}). Choose the folder with the CSV files that open-mastr exported, for instance bnetza_mastr_solar_raw.csv.</source>
        <translation>{path} enthält keine Tabelle mit Einheiten von open-mastr (gefunden: {found}). Bitte den Ordner mit den CSV-Dateien wählen, die open-mastr exportiert hat, zum Beispiel bnetza_mastr_solar_raw.csv.</translation>
    </message>
    <message>
        <source>{path} holds no unit below the headings (damaged lines: {broken}). Export the units again.</source>
        <translation>{path} enthält unter den Spaltenköpfen keine Einheit (beschädigte Zeilen: {broken}). Bitte die Einheiten neu exportieren.</translation>
    </message>
    <message>
        <source>{path} holds no unit with the municipality key {ags}. Most frequent are: {found}. Choose that municipality, or export the units with the filter Gemeindeschlüssel = {ags}.</source>
        <translation>{path} enthält keine Einheit mit dem Gemeindeschlüssel {ags}. Am häufigsten sind: {found}. Bitte diese Gemeinde wählen oder die Einheiten mit dem Filter Gemeindeschlüssel = {ags} exportieren.</translation>
    </message>
    <message>
        <source>{path} holds no units of the register's JSON endpoint; found were the fields {fields}.</source>
        <translation>{path} enthält keine Einheiten der JSON-Schnittstelle des Registers; gefunden wurden die Felder {fields}.</translation>
    </message>
    <message>
        <source>{path} holds no units. Check the filter of the request.</source>
        <translation>{path} enthält keine Einheiten. Bitte den Filter der Anfrage prüfen.</translation>
    </message>
    <message>
        <source>{path} holds several layers: {layers}. Say which one: path|layername=NAME, or add it to the project and choose the layer there.</source>
        <translation>{path} enthält mehrere Layer: {layers}. Bitte angeben, welcher gemeint ist: Pfad|layername=NAME, oder den Layer ins Projekt laden und dort auswählen.</translation>
    </message>
    <message>
        <source>{path} holds the answer {{&quot;Error&quot;:true}}: the register did not understand a value of the filter. Check the request and fetch it again.</source>
        <translation>{path} enthält die Antwort {{&quot;Error&quot;:true}}: Das Register hat einen Wert des Filters nicht verstanden. Bitte die Anfrage prüfen und neu abrufen.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file in it.</source>
        <translation>{path} ist ein Ordner. Bitte eine Datei daraus wählen.</translation>
    </message>
    <message>
        <source>{path} is a folder. Type a file name in it.</source>
        <translation>{path} ist ein Ordner. Bitte einen Dateinamen darin angeben.</translation>
    </message>
    <message>
        <source>{path} is a zip archive without tables of the register (EinheitenSolar_1.xml and so on). Choose the bulk export itself, not an archive around it.</source>
        <translation>{path} ist ein Zip-Archiv ohne Tabellen des Registers (EinheitenSolar_1.xml usw.). Bitte den Gesamtdatenexport selbst wählen, nicht ein Archiv darum herum.</translation>
    </message>
    <message>
        <source>{path} is an XML file, as a single table of the bulk export (Gesamtdatenexport) is. Give the whole zip file.</source>
        <translation>{path} ist eine XML-Datei, wie es eine einzelne Tabelle des Gesamtdatenexports ist. Bitte die ganze Zip-Datei angeben.</translation>
    </message>
    <message>
        <source>{path} is damaged or incomplete. Download it again.</source>
        <translation>{path} ist beschädigt oder unvollständig. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} is empty (0 bytes). Download or export the file again.</source>
        <translation>{path} ist leer (0 Byte). Bitte die Datei neu herunterladen oder exportieren.</translation>
    </message>
    <message>
        <source>{path} is empty. Export the units again.</source>
        <translation>{path} ist leer. Bitte die Einheiten neu exportieren.</translation>
    </message>
    <message>
        <source>{path} is no export of the Marktstammdatenregister: the first line holds {headings}. Expected is the CSV of the extended unit overview, whose first column is &quot;MaStR-Nr. der Einheit&quot;.</source>
        <translation>{path} ist kein Export des Marktstammdatenregisters: In der ersten Zeile steht {headings}. Erwartet wird die CSV der erweiterten Einheitenübersicht, deren erste Spalte „MaStR-Nr. der Einheit“ heißt.</translation>
    </message>
    <message>
        <source>{path} is no project file name. Choose a name that ends in .qgz.</source>
        <translation>{path} ist kein Name für ein Projekt. Bitte einen Namen mit der Endung .qgz wählen.</translation>
    </message>
    <message>
        <source>{path} is no text file but an archive, a workbook or a PDF. Unpack it, or save the workbook as CSV (UTF-8, semicolons) from the original export.</source>
        <translation>{path} ist keine Textdatei, sondern ein Archiv, eine Arbeitsmappe oder ein PDF. Bitte entpacken oder die CSV-Datei des ursprünglichen Exports wählen.</translation>
    </message>
    <message>
        <source>{path} is no valid JSON (character {position}). Fetch it again.</source>
        <translation>{path} ist kein gültiges JSON (Zeichen {position}). Bitte neu abrufen.</translation>
    </message>
    <message>
        <source>{path} is no zip archive. The bulk export of the register is a zip of about 3 GB; choose that file, or load CSV and JSON files by their own source.</source>
        <translation>{path} ist kein Zip-Archiv. Der Gesamtdatenexport des Registers ist eine Zip-Datei von rund 3 GB: Bitte diese Datei wählen oder CSV- und JSON-Dateien mit SOURCE=csv oder json laden.</translation>
    </message>
    <message>
        <source>{path} is not a workspace of EnAct. Choose another file, or a new name.</source>
        <translation>{path} ist kein Arbeitsbereich von EnAct. Bitte eine andere Datei oder einen neuen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} is not stored as UTF-8 but in the Windows code page: another program has saved it. It was read so.</source>
        <translation>{path} ist nicht in UTF-8, sondern im Windows-Zeichensatz gespeichert: Ein anderes Programm hat die Datei geschrieben. Sie wurde so gelesen.</translation>
    </message>
    <message>
        <source>{path} is of an older version (schema {version}) that cannot be brought to schema {target}. It is unchanged. Load the data into a new workspace.</source>
        <translation>{path} stammt von einer älteren EnAct-Version (Schema {version}) und lässt sich nicht auf Schema {target} bringen. Die Datei ist unverändert. Bitte die Daten in einen neuen Arbeitsbereich laden.</translation>
    </message>
    <message>
        <source>{path} is open in QGIS and still shows what was there before. Open it again, without saving it first.</source>
        <translation>{path} ist in QGIS geöffnet und zeigt noch den Stand von vorher. Bitte erneut öffnen, ohne es vorher zu speichern.</translation>
    </message>
    <message>
        <source>{path} is read-only. Choose a place where you may write, or ask for write access; nothing was changed.</source>
        <translation>{path} ist schreibgeschützt. Bitte einen Ort wählen, an dem Sie schreiben dürfen, oder Schreibrechte anfordern; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>{path} is the simple export ({columns} columns, without municipality key). Export again in the register under &quot;Erweiterte Einheitenübersicht&quot; (extended unit overview).</source>
        <translation>{path} ist der einfache Export ({columns} Spalten, ohne Gemeindeschlüssel). Bitte im Register unter „Erweiterte Einheitenübersicht“ neu exportieren.</translation>
    </message>
    <message>
        <source>{path} is the workspace itself and would be overwritten. Choose another file.</source>
        <translation>{path} ist der Arbeitsbereich selbst und würde überschrieben. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} is to be written, but is also chosen as a source. Choose another file for one of them.</source>
        <translation>{path} soll geschrieben werden, ist aber zugleich als Quelle gewählt. Bitte für eines von beiden eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} is write-protected. Remove the protection or choose another file.</source>
        <translation>{path} ist schreibgeschützt. Bitte den Schreibschutz aufheben oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} lacks the columns {columns}. Export the table of units with open-mastr once more and load it as it is.</source>
        <translation>In {path} fehlen die Spalten {columns}. Bitte die Tabelle der Einheiten noch einmal mit open-mastr exportieren und unverändert laden.</translation>
    </message>
    <message>
        <source>{path} lacks the columns {headings}. Export all columns of the extended unit overview.</source>
        <translation>In {path} fehlen die Spalten {headings}. Bitte die erweiterte Einheitenübersicht mit allen Spalten exportieren.</translation>
    </message>
    <message>
        <source>{path} lacks {count} {count:table|tables} of open-mastr: {files}. What {count:it holds|they hold} stays empty: storage capacity, voltage or the kind of operator.</source>
        <translation>In {path} {count:fehlt|fehlen} {count} {count:Tabelle|Tabellen} von open-mastr: {files}. Leer bleibt, was darin steht: Speicherkapazität, Spannungsebene oder Art des Betreibers.</translation>
    </message>
    <message>
        <source>{path} must end in {ending}.</source>
        <translation>{path} muss auf {ending} enden.</translation>
    </message>
    <message>
        <source>{path} names no folder. Choose the file with the button beside the field.</source>
        <translation>{path} nennt keinen Ordner. Bitte die Datei mit der Schaltfläche neben dem Feld wählen.</translation>
    </message>
    <message>
        <source>{path} separates its values by &quot;{found}&quot; instead of &quot;{expected}&quot;: it was saved by another program. Choose the file as the register delivered it, or save it with &quot;{expected}&quot;.</source>
        <translation>{path} trennt die Werte mit „{found}“ statt „{expected}“: Ein anderes Programm hat die Datei gespeichert. Bitte die Datei wählen, wie das Register sie liefert, oder mit „{expected}“ speichern.</translation>
    </message>
    <message>
        <source>{path} was given, but the register is to be asked online (SOURCE=online). Leave one of the two out; with SOURCE=auto the content of the file decides.</source>
        <translation>{path} ist angegeben, das Register soll aber online gefragt werden (SOURCE=online). Bitte eines von beiden weglassen; mit SOURCE=auto entscheidet der Inhalt der Datei.</translation>
    </message>
    <message>
        <source>{path} was written by a newer EnAct (schema {version}, known: {known}). Update EnAct.</source>
        <translation>{path} stammt von einer neueren EnAct-Version (Schema {version}, bekannt ist {known}). Bitte EnAct aktualisieren.</translation>
    </message>
    <message>
        <source>{path}, an answer of a service, cannot be read: {detail}. Fetch it anew; if that does not help, the service delivers something else than agreed: use a downloaded file instead.</source>
        <translation>{path}, die Antwort eines Dienstes, lässt sich nicht lesen: {detail}. Bitte den Dienst neu abfragen; hilft das nicht, liefert er etwas anderes als vereinbart: dann bitte eine heruntergeladene Datei laden.</translation>
    </message>
    <message>
        <source>{path}, an answer of a service, is not whole: only {count} of {expected} {expected:object|objects} can be read. Fetch it anew, or use a downloaded file instead.</source>
        <translation>{path}, die Antwort eines Dienstes, ist nicht vollständig: Lesbar: {count} von {expected} {expected:Objekt|Objekten}. Bitte den Dienst neu abfragen oder eine heruntergeladene Datei laden.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{value}” in {field} cannot be read. Wanted are a year such as 2030 and a power in kW such as 400000.</source>
        <translation>{path}, Zeile {line}: „{value}“ in {field} ist nicht lesbar. Erwartet werden ein Jahr wie 2030 und eine Leistung in kW wie 400000.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{value}” in {field} is no known energy carrier. Known are: {carriers}.</source>
        <translation>{path}, Zeile {line}: „{value}“ in {field} ist kein bekannter Energieträger. Bekannt sind: {carriers}.</translation>
    </message>
    <message>
        <source>{path}: QGIS cannot open a GeoPackage whose path holds “{sign}”. Rename the folder or the file (a blank instead of %20, for instance), or choose another place.</source>
        <translation>{path}: Ein GeoPackage, dessen Pfad „{sign}“ enthält, kann QGIS nicht öffnen. Bitte den Ordner oder die Datei umbenennen (zum Beispiel Leerzeichen statt %20) oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{path}: a folder with exactly one zip file is needed, {count} {count:is|are} there. Give the zip of the bulk export (Gesamtdatenexport) itself.</source>
        <translation>{path}: Nötig ist ein Ordner mit genau einer Zip-Datei, dort {count:liegt|liegen} {count}. Bitte das Zip des Gesamtdatenexports selbst angeben.</translation>
    </message>
    <message>
        <source>{path}: a spreadsheet changed the municipality keys (for instance &quot;{value}&quot;, {units} {units:row|rows}), and nobody can tell any more which municipality a unit belongs to. Download the file again, and do not open it in a spreadsheet before it is loaded.</source>
        <translation>{path}: Eine Tabellenkalkulation hat die Gemeindeschlüssel verändert (zum Beispiel „{value}“, {units} {units:Zeile|Zeilen}); zu welcher Gemeinde eine Anlage gehört, lässt sich daran nicht mehr erkennen. Bitte die Datei neu herunterladen und vor dem Laden nicht in einer Tabellenkalkulation öffnen.</translation>
    </message>
    <message>
        <source>{path}: dates are written in two ways ({first} and {second}). A spreadsheet has changed part of them, perhaps with day and month swapped. Choose the file as the register delivered it, or choose the order of day and month in the processing toolbox (“Open municipality” or “Load plants”, advanced parameters; DATE_ORDER=dmy or mdy).</source>
        <translation>{path}: Datumsangaben sind auf zwei Arten geschrieben ({first} und {second}). Eine Tabellenkalkulation hat einen Teil verändert, vielleicht mit vertauschtem Tag und Monat. Bitte die Datei so wählen, wie das Register sie geliefert hat, oder die Reihenfolge von Tag und Monat in den Verarbeitungswerkzeugen wählen („Gemeinde öffnen“ oder „Energieanlagen laden“, erweiterte Parameter; DATE_ORDER=dmy oder mdy).</translation>
    </message>
    <message>
        <source>{path}: more units are there ({units}) than the register states ({total}): it changed while they were fetched, or the pages belong to different requests. Fetch them again if the figures must be exact.</source>
        <translation>{path}: Es sind mehr Einheiten vorhanden ({units}), als das Register nennt ({total}): Es hat sich während des Abrufs geändert, oder die Seiten gehören zu verschiedenen Anfragen. Bitte neu abrufen, wenn es auf genaue Zahlen ankommt.</translation>
    </message>
    <message>
        <source>{path}: no unit of {ags} is left. {count} {count:row that is|rows that are} of it, or may be, could not be read ({member}): {dropped}. Load the export from the register again.</source>
        <translation>{path}: Von {ags} bleibt keine Einheit übrig. {count} {count:Zeile, die dazugehört|Zeilen, die dazugehören} oder dazugehören {count:kann|können}, {count:war|waren} nicht lesbar ({member}): {dropped}. Den Export noch einmal vom Register laden.</translation>
    </message>
    <message>
        <source>{path}: nothing shows whether the mark before the last three digits in the field &quot;{field}&quot; separates thousands or begins decimals, for instance {examples} ({rows} {rows:value|values}). Read as thousands. Compare with the register, and correct what is wrong with “Review plants”.</source>
        <translation>{path}: Im Feld „{field}“ ist nicht zu erkennen, ob das Zeichen vor den letzten drei Ziffern Tausender oder Dezimalstellen trennt, zum Beispiel {examples} ({rows} {rows:Wert|Werte}). Gelesen als Tausender. Bitte mit dem Register vergleichen und Falsches mit „Anlagen prüfen“ berichtigen.</translation>
    </message>
    <message>
        <source>{path}: of {total} {total:unit|units} {missing} {missing:is|are} missing. Fetch all pages.</source>
        <translation>{path}: Von {total} {total:Einheit|Einheiten} {missing:fehlt|fehlen} {missing}. Bitte alle Seiten abrufen.</translation>
    </message>
    <message>
        <source>{path}: single characters are damaged and were replaced. Names may be wrong; figures are not concerned.</source>
        <translation>{path}: Einzelne Zeichen sind beschädigt und wurden ersetzt. Namen können falsch sein, Zahlen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>{path}: the addresses of the services cannot be read ({detail}). Undo the last change of this file, or install EnAct again.</source>
        <translation>{path}: Die Adressen der Dienste sind nicht zu lesen ({detail}). Bitte die letzte Änderung an dieser Datei zurücknehmen oder EnAct neu installieren.</translation>
    </message>
    <message>
        <source>{path}: the column for “{column}” is missing. Needed are energy carrier, year and power (kW); found: {found}.</source>
        <translation>{path}: Die Spalte für „{column}“ fehlt. Nötig sind Energieträger, Jahr und Leistung (kW); gefunden: {found}.</translation>
    </message>
    <message>
        <source>{path}: the dates (for instance {example}) may have the day or the month in front, and no value of the file tells which. Choose the order of day and month in the processing toolbox (“Open municipality” or “Load plants”, advanced parameters; DATE_ORDER=dmy: day first, mdy: month first).</source>
        <translation>{path}: Bei den Datumsangaben (zum Beispiel {example}) kann der Tag oder der Monat vorn stehen, und kein Wert der Datei verrät es. Bitte die Reihenfolge von Tag und Monat in den Verarbeitungswerkzeugen wählen („Gemeinde öffnen“ oder „Energieanlagen laden“, erweiterte Parameter; DATE_ORDER=dmy: Tag zuerst, mdy: Monat zuerst).</translation>
    </message>
    <message>
        <source>{path}: the pages state different totals ({low} to {high}): the register changed while they were fetched, or they belong to different requests.</source>
        <translation>{path}: Die Seiten nennen verschiedene Gesamtzahlen ({low} bis {high}): Das Register hat sich während des Abrufs geändert, oder sie gehören zu verschiedenen Anfragen.</translation>
    </message>
    <message>
        <source>{path}: the plants were loaded by an earlier version, without the table of findings. Load the register again (enact:loadplants).</source>
        <translation>{path}: Die Anlagen wurden mit einer früheren Version geladen, ohne die Tabelle der Auffälligkeiten. Bitte das Register neu laden (enact:loadplants).</translation>
    </message>
    <message>
        <source>{path}: the table {table} lacks its parts {parts}; their units are not in the result. Load the export from the register again.</source>
        <translation>{path}: Der Tabelle {table} fehlen die Teile {parts}; deren Einheiten sind nicht im Ergebnis. Bitte den Export neu aus dem Register laden.</translation>
    </message>
    <message>
        <source>{path}: there are several targets for {carrier} in {year}. Keep one.</source>
        <translation>{path}: Für {carrier} stehen mehrere Ziele im Jahr {year}. Bitte eines behalten.</translation>
    </message>
    <message>
        <source>{path}: {count} {count:column is unknown and was|columns are unknown and were} not read: {headings}</source>
        <translation>{path}: {count} {count:Spalte ist unbekannt und wurde|Spalten sind unbekannt und wurden} nicht gelesen: {headings}</translation>
    </message>
    <message>
        <source>{path}: {count} {count:file holds|files hold} other tables and {count:was|were} not read: {files}</source>
        <translation>{path}: {count} {count:Datei enthält|Dateien enthalten} andere Tabellen und {count:wurde|wurden} nicht gelesen: {files}</translation>
    </message>
    <message>
        <source>{path}: {count} {count:file is|files are} not read, as no table of the register is called so: {members}. A part of a table is called, for instance, EinheitenSolar_2.xml; give it that name if it is one.</source>
        <translation>{path}: {count} {count:XML-Datei wird|XML-Dateien werden} nicht gelesen, weil keine Tabelle des Registers so heißt: {members}. Ein Teil einer Tabelle heißt zum Beispiel EinheitenSolar_2.xml; {count:ist sie|sind sie} einer, so {count:soll sie|sollen sie} auch so heißen.</translation>
    </message>
    <message>
        <source>{path}: {count} {count:line does|lines do} not fit the headings and {count:was|were} left out (line {lines}). Compare with the export.</source>
        <translation>{path}: {count} {count:Zeile passt|Zeilen passen} nicht zu den Spaltenköpfen und {count:wurde|wurden} ausgelassen (Zeile {lines}). Bitte mit dem Export vergleichen.</translation>
    </message>
    <message>
        <source>{path}: {count} {count:row repeats|rows repeat} a unit, as at the ends of the export's files; each unit was taken once.</source>
        <translation>{path}: {count} {count:Zeile wiederholt|Zeilen wiederholen} eine Einheit, wie es an den Enden der Exportdateien vorkommt; jede Einheit wurde einmal übernommen.</translation>
    </message>
    <message>
        <source>{path}: {count} {count:unit|units} of {ags}, and the register calls each of them deleted or deactivated; nothing was loaded. Check the key and the date of the file.</source>
        <translation>{path}: {count} {count:Einheit|Einheiten} von {ags}, und das Register führt {count:sie|sie alle} als gelöscht oder deaktiviert; nichts wurde geladen. Schlüssel und Stand der Datei prüfen.</translation>
    </message>
    <message>
        <source>{path}: {first} has the day in front, {second} the month. Two exports were joined, or another program changed the dates. Load the exports one by one, or choose the order of day and month in the processing toolbox (“Open municipality” or “Load plants”, advanced parameters; DATE_ORDER=dmy or mdy); dates that do not fit stay empty then.</source>
        <translation>{path}: In {first} steht der Tag vorn, in {second} der Monat. Zwei Exporte wurden zusammengefügt, oder ein anderes Programm hat die Datumsangaben verändert. Bitte die Exporte einzeln laden oder die Reihenfolge von Tag und Monat in den Verarbeitungswerkzeugen wählen („Gemeinde öffnen“ oder „Energieanlagen laden“, erweiterte Parameter; DATE_ORDER=dmy oder mdy); was nicht passt, bleibt dann leer.</translation>
    </message>
    <message>
        <source>{path}: {size} MB are needed, {present} MB are free. Make room on this drive, or download the file with the browser to another one.</source>
        <translation>{path}: {size} MB werden gebraucht, {present} MB sind frei. Bitte auf diesem Laufwerk Platz schaffen oder die Datei mit dem Browser auf ein anderes herunterladen.</translation>
    </message>
    <message>
        <source>{reason} Files of the register: {page}</source>
        <translation>{reason} Dateien des Registers: {page}</translation>
    </message>
    <message>
        <source>{reason} Nothing was fetched earlier for this municipality. Try again later, or fetch the complete export (zip) or the CSV of the extended unit overview in a browser, and load that: {page}</source>
        <translation>{reason} Für diese Gemeinde wurde noch nichts abgerufen. Bitte später erneut versuchen oder den Gesamtdatenexport (zip) oder die CSV-Datei der erweiterten Einheitenübersicht im Browser holen und laden: {page}</translation>
    </message>
    <message>
        <source>{rows} {rows:area was|areas were} joined with others of the same key ({column}).</source>
        <translation>{rows} {rows:Fläche wurde|Flächen wurden} mit anderen desselben Schlüssels ({column}) verbunden.</translation>
    </message>
    <message>
        <source>{rows} {rows:area, line or group of points|areas, lines or groups of points} became one point each.</source>
        <translation>{rows} {rows:Fläche, Linie oder Punktgruppe wurde|Flächen, Linien oder Punktgruppen wurden} zu je einem Punkt.</translation>
    </message>
    <message>
        <source>{rows} {rows:geometry|geometries}: only the parts of the right type were kept.</source>
        <translation>{rows} {rows:Geometrie|Geometrien}: Behalten wurden nur die Teile der richtigen Art.</translation>
    </message>
    <message>
        <source>{rows} {rows:invalid geometry was|invalid geometries were} repaired.</source>
        <translation>{rows} {rows:ungültige Geometrie wurde|ungültige Geometrien wurden} repariert.</translation>
    </message>
    <message>
        <source>{rows} {rows:line|lines} of {file} {rows:is|are} cut or torn; the file may be incomplete. Download it again.</source>
        <translation>{rows} {rows:Zeile|Zeilen} in {file} {rows:ist|sind} abgeschnitten oder beschädigt; die Datei ist vielleicht unvollständig. Bitte neu herunterladen.</translation>
    </message>
    <message>
        <source>{rows} {rows:object|objects} came more than once and with different geometries; the first was kept. The service cuts objects at the border of what is asked: check those along straight edges on the map.</source>
        <translation>{rows} {rows:Objekt kam|Objekte kamen} mehrfach und mit verschiedener Geometrie; die erste gilt. Der Dienst schneidet Objekte am Rand des Abgefragten ab. Bitte auf der Karte Objekte mit geraden Schnittkanten prüfen.</translation>
    </message>
    <message>
        <source>{rows} {rows:object|objects} came more than once under the same key, at the same place and with other values; the first was kept. Perhaps the data were changed while they were fetched, or the key does not tell objects apart: load anew later, and compare.</source>
        <translation>{rows} {rows:Objekt kam|Objekte kamen} mehrmals unter demselben Schlüssel, am selben Ort und mit anderen Werten; das erste wurde behalten. Vielleicht wurden die Daten während des Ladens geändert, oder der Schlüssel unterscheidet die Objekte nicht: bitte später noch einmal laden und vergleichen.</translation>
    </message>
    <message>
        <source>{rows} {rows:object|objects} outside the municipality {rows:was|were} left out.</source>
        <translation>{rows} {rows:Objekt|Objekte} außerhalb der Gemeinde {rows:wurde|wurden} ausgelassen.</translation>
    </message>
    <message>
        <source>{rows} {rows:repetition of another row was|repetitions of other rows were} merged.</source>
        <translation>{rows} {rows:Wiederholung einer anderen Zeile wurde mit dieser|Wiederholungen anderer Zeilen wurden mit diesen} zusammengeführt.</translation>
    </message>
    <message>
        <source>{rows} {rows:row has|rows have} no usable key; it was made from street, house number and postcode.</source>
        <translation>{rows} {rows:Zeile hat|Zeilen haben} keinen brauchbaren Schlüssel; er wurde aus Straße, Hausnummer und Postleitzahl gebildet.</translation>
    </message>
    <message>
        <source>{rows} {rows:row has|rows have} no usable key; it was made from the geometry.</source>
        <translation>{rows} {rows:Zeile hat|Zeilen haben} keinen brauchbaren Schlüssel; er wurde aus der Geometrie gebildet.</translation>
    </message>
    <message>
        <source>{rows} {rows:row has|rows have} no usable key; it was made from the texts in it.</source>
        <translation>{rows} {rows:Zeile hat|Zeilen haben} keinen brauchbaren Schlüssel; er wurde aus den Angaben der Zeile gebildet.</translation>
    </message>
    <message>
        <source>{rows} {rows:row has|rows have} no value in {column}. Give the field, or one value for all, with the field mapping.</source>
        <translation>{rows} {rows:Zeile hat|Zeilen haben} keine Angabe unter {column}. Bitte mit der Feldzuordnung das Feld oder einen Wert für alle angeben.</translation>
    </message>
    <message>
        <source>{rows} {rows:row|rows} shared a key with others; it was extended.</source>
        <translation>{rows} {rows:Zeile teilte|Zeilen teilten} ihren Schlüssel mit anderen; er wurde erweitert.</translation>
    </message>
    <message>
        <source>{rows} {rows:row|rows} without usable key {rows:was|were} recognised and {rows:keeps|keep} the key from the load before.</source>
        <translation>{rows} {rows:Zeile|Zeilen} ohne brauchbaren Schlüssel {rows:wurde|wurden} wiedererkannt und {rows:behält|behalten} den Schlüssel vom vorigen Laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) answers in another coordinate reference system ({found}) than the one asked for ({asked}). Load a file instead.</source>
        <translation>{service} ({host}) antwortet in einem anderen Koordinatensystem ({found}) als gefragt ({asked}). Bitte stattdessen eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) answers with an error: &quot;{words}&quot;. Try again later, or load a file.</source>
        <translation>{service} ({host}) antwortet mit einem Fehler: „{words}“. Bitte später noch einmal versuchen oder eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) cannot deliver now. Taken is what it delivered on {date}, from this computer.</source>
        <translation>{service} ({host}) kann jetzt nicht liefern. Verwendet wird, was der Dienst am {date} geliefert hat und auf diesem Rechner gespeichert ist.</translation>
    </message>
    <message>
        <source>{service} ({host}) counts {count} {count:object|objects} and delivered {rows}. Compare what was loaded with another source: something may be missing.</source>
        <translation>{service} ({host}) zählt {count} {count:Objekt|Objekte} und lieferte {rows}. Bitte das Geladene mit einer anderen Quelle vergleichen: vielleicht fehlt etwas.</translation>
    </message>
    <message>
        <source>{service} ({host}) counts {count} {count:object|objects} in a part of the area and delivered {rows}. Smaller parts brought no more: its count is wrong.</source>
        <translation>{service} ({host}) zählt in einem Teil des Gebiets {count} {count:Objekt|Objekte} und lieferte {rows}. Kleinere Ausschnitte brachten nicht mehr: Die Zählung des Dienstes stimmt nicht.</translation>
    </message>
    <message>
        <source>{service} ({host}) delivers curved borders although straight ones were asked for; they would be lost. Load a file instead.</source>
        <translation>{service} ({host}) liefert gekrümmte Grenzen, obwohl gerade verlangt waren; sie gingen verloren. Bitte stattdessen eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) delivers without end: {rows} {rows:object|objects} came, far more than there can be. Ask again later, or load the data from a file.</source>
        <translation>{service} ({host}) liefert ohne Ende: {rows} {rows:Objekt kam|Objekte kamen}, weit mehr, als es dort geben kann. Bitte später noch einmal versuchen oder die Daten aus einer Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) did not deliver everything; parts of the area that are missing: {failed} of {tiles}. The others are kept: the next attempt asks only for what is missing.</source>
        <translation>{service} ({host}) hat nicht alles geliefert; fehlende Teile des Gebiets: {failed} von {tiles}. Die übrigen bleiben gespeichert: Der nächste Versuch fragt nur, was fehlt.</translation>
    </message>
    <message>
        <source>{service} ({host}) does not deliver all objects of a small place, however small the part that is asked for; it counts {count} {count:object|objects} there. Load the data from a file.</source>
        <translation>{service} ({host}) liefert an einer kleinen Stelle nicht alle Objekte, so klein der abgefragte Ausschnitt auch ist; der Dienst zählt dort {count} {count:Objekt|Objekte}. Bitte die Daten aus einer Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) does not deliver everything even for a small area. {detail} Ask again later, or load the data from a file.</source>
        <translation>{service} ({host}) liefert selbst für ein kleines Gebiet nicht alles. {detail} Bitte später noch einmal versuchen oder die Daten aus einer Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) has no layer &quot;{layer}&quot;. It offers: {known}</source>
        <translation>{service} ({host}) hat keinen Layer „{layer}“. Angeboten werden: {known}</translation>
    </message>
    <message>
        <source>{service} ({host}) has several layers. Choose one (LAYER) of: {known}</source>
        <translation>{service} ({host}) hat mehrere Layer. Bitte einen davon wählen (LAYER): {known}</translation>
    </message>
    <message>
        <source>{service} ({host}) is a folder of several services: {names}. Give the address of one of them.</source>
        <translation>{service} ({host}) ist ein Ordner mit mehreren Diensten: {names}. Bitte die Adresse eines davon angeben.</translation>
    </message>
    <message>
        <source>{service} ({host}) is not open to everyone: “{words}”. Ask the operator for access and choose an authentication configuration of QGIS (AUTHCFG), or load a file.</source>
        <translation>{service} ({host}) ist nicht für alle zugänglich: „{words}“. Bitte beim Betreiber Zugang erfragen und eine Authentifizierungskonfiguration von QGIS wählen (AUTHCFG), oder eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}) knows no municipality with the key {ags}. Check the key (AGS).</source>
        <translation>{service} ({host}) kennt keine Gemeinde mit dem Schlüssel {ags}. Bitte den Gemeindeschlüssel (AGS) prüfen.</translation>
    </message>
    <message>
        <source>{service} ({host}): several layers match “{layer}”: {known}. Name one of them exactly, or give its number.</source>
        <translation>{service} ({host}): Auf „{layer}“ passen mehrere Layer: {known}. Bitte einen davon genau benennen oder seine Nummer angeben.</translation>
    </message>
    <message>
        <source>{service} ({host}): the answer broke off before its end, several times. Try again later, or load a file.</source>
        <translation>{service} ({host}): Die Antwort brach mehrmals vor ihrem Ende ab. Bitte später noch einmal versuchen oder eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}): the answer defines its own abbreviations (a document type definition), which could be used to attack; it is not read. Check the address.</source>
        <translation>{service} ({host}): Die Antwort legt eigene Abkürzungen fest (eine Dokumenttypdefinition), die für Angriffe taugen; sie wird nicht gelesen. Bitte die Adresse prüfen.</translation>
    </message>
    <message>
        <source>{service} ({host}): the answer holds no map objects but &quot;{found}&quot;. Check address and layer.</source>
        <translation>{service} ({host}): Die Antwort enthält keine Kartenobjekte, sondern „{found}“. Bitte Adresse und Layer prüfen.</translation>
    </message>
    <message>
        <source>{service} ({host}): the answer is no description of a WFS. Check the address.</source>
        <translation>{service} ({host}): Die Antwort ist keine Beschreibung eines WFS. Bitte die Adresse prüfen.</translation>
    </message>
    <message>
        <source>{service} ({host}): the layer &quot;{layer}&quot; is offered in no known coordinate reference system, only in: {known}. Load a file instead.</source>
        <translation>{service} ({host}): Der Layer „{layer}“ wird in keinem bekannten Koordinatensystem angeboten, nur in: {known}. Bitte stattdessen eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} ({host}): “{layer}” comes only as a picture (map), without objects. Look for a WFS, OGC API or feature service with the same data, or load a file.</source>
        <translation>{service} ({host}): „{layer}“ gibt es nur als Bild (Karte), ohne Objekte. Bitte nach einem WFS, einer OGC API oder einem Feature-Dienst mit denselben Daten suchen, oder eine Datei laden.</translation>
    </message>
    <message>
        <source>{service} delivered nothing that can be used. {reason}</source>
        <translation>Von {service} kam nichts Brauchbares. {reason}</translation>
    </message>
    <message>
        <source>{service} delivered nothing that can be used. {reason} A file serves instead: {file}, from {page}</source>
        <translation>Von {service} kam nichts Brauchbares. {reason} Stattdessen hilft eine Datei: {file}, von {page}</translation>
    </message>
    <message>
        <source>{service} delivers {kind}, and {wanted} is wanted. Choose a service for it, or leave SERVICE empty.</source>
        <translation>{service} liefert {kind}, gesucht ist aber: {wanted}. Bitte einen passenden Dienst wählen oder SERVICE leer lassen.</translation>
    </message>
    <message>
        <source>{service} holds nothing in this municipality.</source>
        <translation>{service} enthält in dieser Gemeinde nichts.</translation>
    </message>
    <message>
        <source>{service} is asked for an area, and {path} holds no boundary yet. Load the boundary first ('Load layer by kind', boundary), or give one (BOUNDARY).</source>
        <translation>{service} wird für ein Gebiet gefragt, aber {path} enthält noch keine Gemeindegrenze. Bitte zuerst die Grenze laden („Layer nach Art laden“, boundary) oder eine angeben (BOUNDARY).</translation>
    </message>
    <message>
        <source>{service} no longer delivers these fields: {fields}. What they would fill stays empty or is taken from fields of similar names.</source>
        <translation>{service} liefert diese Felder nicht mehr: {fields}. Was sie füllen würden, bleibt leer oder kommt aus Feldern mit ähnlichem Namen.</translation>
    </message>
    <message>
        <source>{service}, fetched on {date}</source>
        <translation>{service}, abgerufen am {date}</translation>
    </message>
    <message>
        <source>{service}, fetched on {date}, kept on this computer</source>
        <translation>{service}, abgerufen am {date}, von diesem Rechner</translation>
    </message>
    <message>
        <source>{service}: the answer of {host} cannot be understood ({error}). The log has more.</source>
        <translation>{service}: Die Antwort von {host} ist nicht zu verstehen ({error}). Mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>{service}: the file of tile {tile} from {host} is damaged ({detail}). Load again; if it stays so, tell the provider.</source>
        <translation>{service}: Die Datei der Kachel {tile} von {host} ist beschädigt ({detail}). Bitte noch einmal laden und, wenn es dabei bleibt, dem Anbieter melden.</translation>
    </message>
    <message>
        <source>{service}: the page on {host} no longer says where the files of '{name}' lie. Fetch them by hand and load them as a file.</source>
        <translation>{service}: Die Seite auf {host} nennt nicht mehr, wo die Dateien zu „{name}“ liegen. Bitte von Hand herunterladen und als Datei laden.</translation>
    </message>
    <message>
        <source>{service}: tile {tile} is in the list of files, but {host} does not have its file. Load again later; if it stays so, tell the provider.</source>
        <translation>{service}: Die Kachel {tile} steht im Verzeichnis der Dateien, aber {host} hat ihre Datei nicht. Später erneut laden; bleibt es dabei, den Anbieter benachrichtigen.</translation>
    </message>
    <message>
        <source>{service}: {host} answered with a web page instead of data, as a proxy does that wants a login, or a service under maintenance. Open a page of this host in the browser, log in there, and try again.</source>
        <translation>{service}: {host} antwortete mit einer Webseite statt mit Daten, wie ein Proxy, der eine Anmeldung will, oder ein Dienst in Wartung. Bitte eine Seite dieses Rechners im Browser öffnen, sich dort anmelden und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{service}: {host} delivered something else than a {suffix} file. Try again later, or fetch the file with the browser.</source>
        <translation>{service}: {host} lieferte etwas anderes als eine {suffix}-Datei. Bitte später noch einmal versuchen oder die Datei mit dem Browser herunterladen.</translation>
    </message>
    <message>
        <source>{service}: {host} no longer links the file on {path}. Open the page, fetch the file and load it as a file.</source>
        <translation>{service}: {host} verlinkt die Datei auf {path} nicht mehr. Bitte die Seite öffnen, die Datei herunterladen und als Datei angeben.</translation>
    </message>
    <message>
        <source>{service}: {host} sent an answer that cannot be read ({detail}). Load again later; if it stays so, tell the provider, or load a file instead.</source>
        <translation>{service}: {host} hat eine Antwort geschickt, die sich nicht lesen lässt ({detail}). Später erneut laden; bleibt es dabei, den Anbieter benachrichtigen oder stattdessen eine Datei laden.</translation>
    </message>
    <message>
        <source>{storage_kwh} kWh of storage at {gross_kw} kW gross power do not fit each other: watt-hours may have been entered as kilowatt-hours, or watts as kilowatts.</source>
        <translation>{storage_kwh} kWh Speicherkapazität und {gross_kw} kW Bruttoleistung passen nicht zusammen: womöglich Wattstunden als Kilowattstunden oder Watt als Kilowatt eingetragen.</translation>
    </message>
    <message>
        <source>{supply}: very likely suitable {very_likely}, likely {likely}, likely unsuitable {unlikely}, very likely unsuitable {very_unlikely}, too little known {unknown} (blocks).</source>
        <translation>{supply}: sehr wahrscheinlich geeignet {very_likely}, wahrscheinlich {likely}, wahrscheinlich ungeeignet {unlikely}, sehr wahrscheinlich ungeeignet {very_unlikely}, zu wenig bekannt {unknown} (Baublöcke).</translation>
    </message>
    <message>
        <source>{table}: {count} of {total} {total:number|numbers} that units refer to {count:is|are} not in the export; what only this table says stays empty there.</source>
        <translation>{table}: {count} von {total} {total:Nummer|Nummern}, auf die Einheiten verweisen, {count:fehlt|fehlen} im Export; was nur diese Tabelle angibt, bleibt dort leer.</translation>
    </message>
    <message>
        <source>{table}: {count} {count:field is|fields are} not known to EnAct ({elements}) and {count:was|were} left out.</source>
        <translation>{table}: {count} {count:Feld ist|Felder sind} EnAct nicht bekannt ({elements}) und {count:wurde|wurden} nicht übernommen.</translation>
    </message>
    <message>
        <source>{table}: {count} {count:row repeats|rows repeat} the number of another; the newest was taken.</source>
        <translation>{table}: {count} {count:Zeile wiederholt|Zeilen wiederholen} die Nummer einer anderen; übernommen wurde die neueste.</translation>
    </message>
    <message>
        <source>{table}: {count} {count:row|rows} could not be read; what only {count:it says|they say} stays empty.</source>
        <translation>{table}: {count} {count:Zeile war|Zeilen waren} nicht lesbar; was nur {count:sie angibt|sie angeben}, bleibt leer.</translation>
    </message>
    <message>
        <source>{units} of {total} {total:plant|plants} with a street but without usable coordinates {units:is|are} drawn at the address the register publishes; source and confidence stand in the layer.</source>
        <translation>{units} von {total} {total:Anlage|Anlagen} mit Straße, aber ohne brauchbare Koordinaten {units:ist|sind} an der im Register veröffentlichten Adresse gezeichnet; Herkunft und Sicherheit stehen in der Ebene.</translation>
    </message>
    <message>
        <source>{units} of {total} {total:plant|plants} with a street but without usable coordinates {units:stays|stay} without a point: no house number {not_given}, street not found {street_unknown}, number not found {number_unknown}, other postcode {other_postcode}, several places {ambiguous}, too uncertain {uncertain}.</source>
        <translation>{units} von {total} {total:Anlage|Anlagen} mit Straße, aber ohne brauchbare Koordinaten {units:bleibt|bleiben} ohne Punkt: ohne Hausnummer {not_given}, Straße nicht gefunden {street_unknown}, Hausnummer nicht gefunden {number_unknown}, andere Postleitzahl {other_postcode}, mehrere Orte möglich {ambiguous}, zu unsicher {uncertain}.</translation>
    </message>
    <message>
        <source>{unit}: still open: {findings}.</source>
        <translation>{unit}: weiterhin offen: {findings}.</translation>
    </message>
    <message>
        <source>{unit}: with the value entered, “{finding}” is open ({value}). Check the values; if they are right, accept the finding.</source>
        <translation>{unit}: Mit dem angegebenen Wert ist „{finding}“ offen ({value}). Bitte die Werte prüfen; stimmen sie, die Auffälligkeit bestätigen.</translation>
    </message>
    <message>
        <source>{unit}: “{finding}” accepted ({value}).</source>
        <translation>{unit}: „{finding}“ bestätigt ({value}).</translation>
    </message>
    <message>
        <source>{unit}: “{finding}” is accepted no longer.</source>
        <translation>{unit}: „{finding}“ gilt nicht mehr als bestätigt.</translation>
    </message>
    <message>
        <source>{wanted} can be loaded from one service at a time. Choose one (SERVICE) of: {names}.</source>
        <translation>{wanted}: Es kann nur aus einem Dienst auf einmal geladen werden. Bitte einen wählen (SERVICE): {names}.</translation>
    </message>
    <message>
        <source>{wanted}: no service is known for {ags}. Load a file, or give the address of a service (ADDRESS).</source>
        <translation>{wanted}: Für {ags} ist kein Dienst bekannt. Bitte eine Datei laden oder die Adresse eines Dienstes angeben (ADDRESS).</translation>
    </message>
    <message>
        <source>{wanted}: no service is usual for {ags}. Choose one of these (SERVICE): {ids}.</source>
        <translation>{wanted}: Für {ags} ist kein Dienst üblich. Bitte einen von diesen wählen (SERVICE): {ids}.</translation>
    </message>
    <message>
        <source>{wanted}: which municipality? The workspace was made without a key. Give the key (AGS) when it is made, or an address (ADDRESS).</source>
        <translation>{wanted}: Für welche Gemeinde? Der Arbeitsbereich wurde ohne Schlüssel angelegt. Bitte beim Anlegen den Gemeindeschlüssel (AGS) angeben oder eine Adresse (ADDRESS).</translation>
    </message>
    <message>
        <source>“{ags}” is no municipality key: online, units are fetched by the key of eight digits. For whole districts or states load the bulk export (SOURCE=bulk).</source>
        <translation>„{ags}“ ist kein Gemeindeschlüssel: Online werden Einheiten mit dem achtstelligen Schlüssel abgerufen. Für ganze Kreise oder Länder bitte den Gesamtdatenexport laden (SOURCE=bulk).</translation>
    </message>
    <message>
        <source>“{finding}” was accepted at {old}; the values are now {value}, and the finding is open again.</source>
        <translation>„{finding}“ wurde bei {old} als geprüft vermerkt; jetzt lauten die Werte {value}, und die Auffälligkeit ist wieder offen.</translation>
    </message>
    <message>
        <source>“{text}” fits several municipalities: {names}. Choose one from the list.</source>
        <translation>„{text}“ passt auf mehrere Gemeinden: {names}. Bitte eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>“{text}” names no months. Please write them as numbers, for instance 1-4, 10-12.</source>
        <translation>„{text}“ nennt keine Monate. Bitte als Zahlen schreiben, zum Beispiel 1-4, 10-12.</translation>
    </message>
    <message>
        <source>“{unreadable}” in the field {field} ({path}) is no date; the field stays empty. Correct it in the register or the file and load it again.</source>
        <translation>„{unreadable}“ im Feld {field} ({path}) ist kein Datum; das Feld bleibt leer. Bitte im Register oder in der Datei berichtigen und neu laden.</translation>
    </message>
    <message>
        <source>“{unreadable}” in the field {field} ({path}) is no number; the field stays empty. Correct it in the register or the file and load it again.</source>
        <translation>„{unreadable}“ im Feld {field} ({path}) ist keine Zahl; das Feld bleibt leer. Bitte im Register oder in der Datei berichtigen und neu laden.</translation>
    </message>
    <message>
        <source>“{value}” are no coordinates. Write latitude and longitude in degrees, for instance 51.34, 12.37, or choose a point on the map.</source>
        <translation>„{value}“ sind keine Koordinaten. Bitte Breiten- und Längengrad schreiben, zum Beispiel 51,34 12,37, oder einen Punkt auf der Karte wählen.</translation>
    </message>
    <message>
        <source>“{value}” is no address of the web. It must begin with http:// or https:// and name a computer.</source>
        <translation>„{value}“ ist keine Internetadresse. Sie muss mit http:// oder https:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>… and {count} more of this kind</source>
        <translation>… und {count} weitere dieser Art</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… und {count} weitere.</translation>
    </message>
</context>
<context>
    <name>EnactOutputs</name>
    <message>
        <source>Blocks</source>
        <translation>Baublöcke</translation>
    </message>
    <message>
        <source>Blocks likely suited for a heat network</source>
        <translation>Baublöcke, für ein Wärmenetz wahrscheinlich geeignet</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Buildings connected to the network</source>
        <translation>Angeschlossene Gebäude</translation>
    </message>
    <message>
        <source>Buildings for which the network is cheaper</source>
        <translation>Gebäude, für die das Netz günstiger ist</translation>
    </message>
    <message>
        <source>Buildings in no block</source>
        <translation>Gebäude in keinem Baublock</translation>
    </message>
    <message>
        <source>Buildings not connected to the network</source>
        <translation>Nicht angeschlossene Gebäude</translation>
    </message>
    <message>
        <source>Buildings where an air-source heat pump is possible</source>
        <translation>Gebäude, an denen eine Luftwärmepumpe möglich ist</translation>
    </message>
    <message>
        <source>Cells of the census grid</source>
        <translation>Zellen des Zensusgitters</translation>
    </message>
    <message>
        <source>Changed units</source>
        <translation>Geänderte Einheiten</translation>
    </message>
    <message>
        <source>Cheapest own heaters, mean (ct/kWh)</source>
        <translation>Günstigste eigene Heizungen, Mittel (ct/kWh)</translation>
    </message>
    <message>
        <source>Closed units</source>
        <translation>Stillgelegte Einheiten</translation>
    </message>
    <message>
        <source>Cost of pipes and losses (EUR per year)</source>
        <translation>Kosten der Leitungen und Verluste (EUR im Jahr)</translation>
    </message>
    <message>
        <source>Data sets loaded</source>
        <translation>Geladene Datensätze</translation>
    </message>
    <message>
        <source>Data sets not given</source>
        <translation>Nicht angegebene Datensätze</translation>
    </message>
    <message>
        <source>Data sets not loaded because of an error</source>
        <translation>Wegen eines Fehlers nicht geladene Datensätze</translation>
    </message>
    <message>
        <source>Electricity of roof photovoltaics (MWh per year)</source>
        <translation>Strom der Dach-Photovoltaik (MWh pro Jahr)</translation>
    </message>
    <message>
        <source>Estimated yearly yield (MWh)</source>
        <translation>Geschätzter Jahresertrag (MWh)</translation>
    </message>
    <message>
        <source>Existing units of generation (without storage)</source>
        <translation>Bestehende Erzeuger (ohne Speicher)</translation>
    </message>
    <message>
        <source>Fact sheets written</source>
        <translation>Geschriebene Steckbriefe</translation>
    </message>
    <message>
        <source>Final energy for heat (MWh per year)</source>
        <translation>Endenergie für Wärme (MWh im Jahr)</translation>
    </message>
    <message>
        <source>Findings in the file</source>
        <translation>Auffälligkeiten in der Datei</translation>
    </message>
    <message>
        <source>Floor area (m²)</source>
        <translation>Energiebezugsfläche (m²)</translation>
    </message>
    <message>
        <source>Gas producers and gas stores</source>
        <translation>Gaserzeuger und Gasspeicher</translation>
    </message>
    <message>
        <source>Greenhouse gas emissions (t CO₂e per year)</source>
        <translation>Treibhausgasemissionen (t CO₂e pro Jahr)</translation>
    </message>
    <message>
        <source>Greenhouse gases of the supply (t CO₂e per year)</source>
        <translation>Treibhausgase der Erzeugung (t CO₂e im Jahr)</translation>
    </message>
    <message>
        <source>Grid operators in the file</source>
        <translation>Netzbetreiber in der Datei</translation>
    </message>
    <message>
        <source>Gross power of generation (kW)</source>
        <translation>Bruttoleistung der Erzeugung (kW)</translation>
    </message>
    <message>
        <source>Groups answered</source>
        <translation>Beantwortete Gruppen</translation>
    </message>
    <message>
        <source>Groups of addresses asked for</source>
        <translation>Angefragte Gruppen von Adressen</translation>
    </message>
    <message>
        <source>Groups open</source>
        <translation>Offene Gruppen</translation>
    </message>
    <message>
        <source>Heat fed into the network (MWh per year)</source>
        <translation>In das Netz eingespeiste Wärme (MWh im Jahr)</translation>
    </message>
    <message>
        <source>Heat losses (MWh per year)</source>
        <translation>Wärmeverluste (MWh im Jahr)</translation>
    </message>
    <message>
        <source>Heat of combined heat and power (kW)</source>
        <translation>Wärmeleistung der Kraft-Wärme-Kopplung (kW)</translation>
    </message>
    <message>
        <source>Heat of ground probes (MWh per year)</source>
        <translation>Wärme aus Erdwärmesonden (MWh pro Jahr)</translation>
    </message>
    <message>
        <source>Heat saved by refurbishment (MWh per year)</source>
        <translation>Durch Sanierung gesparte Wärme (MWh pro Jahr)</translation>
    </message>
    <message>
        <source>Heat sold (MWh per year)</source>
        <translation>Wärmeabsatz (MWh im Jahr)</translation>
    </message>
    <message>
        <source>Heat that the plants do not meet (MWh per year)</source>
        <translation>Wärme, die die Erzeuger nicht decken (MWh im Jahr)</translation>
    </message>
    <message>
        <source>Heated buildings</source>
        <translation>Beheizte Gebäude</translation>
    </message>
    <message>
        <source>Heated buildings at no section</source>
        <translation>Beheizte Gebäude ohne Abschnitt</translation>
    </message>
    <message>
        <source>House numbers not asked for</source>
        <translation>Nicht angefragte Hausnummern</translation>
    </message>
    <message>
        <source>Investment in network and plants before subsidy (EUR)</source>
        <translation>Investition in Netz und Erzeugung vor Förderung (EUR)</translation>
    </message>
    <message>
        <source>Investment in pipes (EUR)</source>
        <translation>Investition in Leitungen (EUR)</translation>
    </message>
    <message>
        <source>Layers in the project</source>
        <translation>Layer im Projekt</translation>
    </message>
    <message>
        <source>Levelised cost of heat (ct/kWh)</source>
        <translation>Wärmegestehungskosten (ct/kWh)</translation>
    </message>
    <message>
        <source>Levelised cost of heat, lower end of the range (ct/kWh)</source>
        <translation>Wärmegestehungskosten, unteres Ende der Spanne (ct/kWh)</translation>
    </message>
    <message>
        <source>Levelised cost of heat, upper end of the range (ct/kWh)</source>
        <translation>Wärmegestehungskosten, oberes Ende der Spanne (ct/kWh)</translation>
    </message>
    <message>
        <source>Moved units</source>
        <translation>Einheiten mit geänderter Lage</translation>
    </message>
    <message>
        <source>Net power of generation (kW)</source>
        <translation>Nettonennleistung der Erzeugung (kW)</translation>
    </message>
    <message>
        <source>New units</source>
        <translation>Neue Einheiten</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>Offene Auffälligkeiten</translation>
    </message>
    <message>
        <source>Parameters for “Open municipality” (JSON)</source>
        <translation>Parameter für „Gemeinde öffnen“ (JSON)</translation>
    </message>
    <message>
        <source>Peak power of the sources with losses (kW)</source>
        <translation>Spitzenleistung der Quellen mit Verlusten (kW)</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>Leitungen</translation>
    </message>
    <message>
        <source>Planned power (kW)</source>
        <translation>Geplante Leistung (kW)</translation>
    </message>
    <message>
        <source>Planned units</source>
        <translation>Geplante Anlagen</translation>
    </message>
    <message>
        <source>Plants confirmed as feeding a heat network</source>
        <translation>Bestätigte einspeisende Anlagen</translation>
    </message>
    <message>
        <source>Plants proposed as feeding a heat network</source>
        <translation>Vorgeschlagene einspeisende Anlagen</translation>
    </message>
    <message>
        <source>Plants rejected as feeding a heat network</source>
        <translation>Abgelehnte Vorschläge</translation>
    </message>
    <message>
        <source>Power of generation, photovoltaics gross, else net (kW)</source>
        <translation>Leistung der Erzeugung, Photovoltaik brutto, sonst netto (kW)</translation>
    </message>
    <message>
        <source>Power of storage (kW)</source>
        <translation>Leistung der Stromspeicher (kW)</translation>
    </message>
    <message>
        <source>Pressure lost on the worst path (bar)</source>
        <translation>Druckverlust des ungünstigsten Weges (bar)</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Proposed supply areas</source>
        <translation>Vorgeschlagene Versorgungsgebiete</translation>
    </message>
    <message>
        <source>Pump power, electric (kW)</source>
        <translation>Pumpenleistung, elektrisch (kW)</translation>
    </message>
    <message>
        <source>QGIS project</source>
        <translation>QGIS-Projekt</translation>
    </message>
    <message>
        <source>Quality of the data after BISKO (0 to 1)</source>
        <translation>Datengüte nach BISKO (0 bis 1)</translation>
    </message>
    <message>
        <source>Register units</source>
        <translation>Anlagen des Registers</translation>
    </message>
    <message>
        <source>Register units without a place</source>
        <translation>Anlagen des Registers ohne Lage</translation>
    </message>
    <message>
        <source>Renewable energy and waste heat, certain (%)</source>
        <translation>Erneuerbare Energien und Abwärme, sicher (%)</translation>
    </message>
    <message>
        <source>Renewable heat and waste heat (%)</source>
        <translation>Erneuerbare Wärme und Abwärme (%)</translation>
    </message>
    <message>
        <source>Route of one variant only (m)</source>
        <translation>Trasse nur einer Variante (m)</translation>
    </message>
    <message>
        <source>Route of the network without service pipes (m)</source>
        <translation>Trasse ohne Hausanschlüsse (m)</translation>
    </message>
    <message>
        <source>Route that all variants share (m)</source>
        <translation>Trasse, die alle Varianten gemeinsam haben (m)</translation>
    </message>
    <message>
        <source>Rows in the layer</source>
        <translation>Zeilen im Layer</translation>
    </message>
    <message>
        <source>Rows refused below the legal minimum</source>
        <translation>Zeilen, unter der gesetzlichen Mindestzahl abgelehnt</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Seconds of each step (JSON)</source>
        <translation>Sekunden je Schritt (JSON)</translation>
    </message>
    <message>
        <source>Service pipes (m)</source>
        <translation>Hausanschlüsse (m)</translation>
    </message>
    <message>
        <source>Services that do not work as expected</source>
        <translation>Dienste, die nicht arbeiten wie erwartet</translation>
    </message>
    <message>
        <source>Services that work as expected</source>
        <translation>Dienste, die arbeiten wie erwartet</translation>
    </message>
    <message>
        <source>Solar heat of roofs (MWh per year)</source>
        <translation>Solarwärme der Dächer (MWh pro Jahr)</translation>
    </message>
    <message>
        <source>State compared, first</source>
        <translation>Verglichener Stand, erster</translation>
    </message>
    <message>
        <source>State compared, second</source>
        <translation>Verglichener Stand, zweiter</translation>
    </message>
    <message>
        <source>State of the register</source>
        <translation>Stand des Registers</translation>
    </message>
    <message>
        <source>Statements kept</source>
        <translation>Aufbewahrte Angaben</translation>
    </message>
    <message>
        <source>Statements that match no building</source>
        <translation>Angaben ohne Gebäude</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Schritte ausgeführt</translation>
    </message>
    <message>
        <source>Steps left out</source>
        <translation>Schritte ausgelassen</translation>
    </message>
    <message>
        <source>Storage capacity (kWh)</source>
        <translation>Speicherkapazität (kWh)</translation>
    </message>
    <message>
        <source>Storage units</source>
        <translation>Stromspeicher</translation>
    </message>
    <message>
        <source>Street sections</source>
        <translation>Straßenabschnitte</translation>
    </message>
    <message>
        <source>Tasks of the project</source>
        <translation>Aufgaben des Projekts</translation>
    </message>
    <message>
        <source>Tasks that are overdue</source>
        <translation>Überfällige Aufgaben</translation>
    </message>
    <message>
        <source>Units back in the register</source>
        <translation>Wieder eingetragene Einheiten</translation>
    </message>
    <message>
        <source>Units gone from the register</source>
        <translation>Nicht mehr eingetragene Einheiten</translation>
    </message>
    <message>
        <source>Useful heat (MWh per year)</source>
        <translation>Nutzwärme (MWh im Jahr)</translation>
    </message>
    <message>
        <source>Variants compared</source>
        <translation>Verglichene Varianten</translation>
    </message>
    <message>
        <source>Workspace (GeoPackage)</source>
        <translation>Arbeitsbereich (GeoPackage)</translation>
    </message>
</context>
<context>
    <name>EnactParameters</name>
    <message>
        <source>A layer whose rows somebody changed since it was loaded is left as it is, and the run says so. With this option it is replaced all the same, and the changes are lost.</source>
        <translation>Eine Ebene, deren Zeilen seit dem Laden jemand geändert hat, bleibt, wie sie ist, und der Lauf sagt es. Mit dieser Option wird sie trotzdem ersetzt, und die Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Address (https://…) of any WFS, OGC API Features or ArcGIS REST service, instead of a known one.</source>
        <translation>Adresse (https://…) eines beliebigen WFS, OGC-API-Features- oder ArcGIS-REST-Dienstes anstelle eines bekannten.</translation>
    </message>
    <message>
        <source>Address of another service</source>
        <translation>Adresse eines anderen Dienstes</translation>
    </message>
    <message>
        <source>Ask the services anew</source>
        <translation>Dienste neu fragen</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Quellenvermerk</translation>
    </message>
    <message>
        <source>Authentication of QGIS</source>
        <translation>Authentifizierung von QGIS</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Gemeindegrenze</translation>
    </message>
    <message>
        <source>By data set (BOUNDARY, DISTRICTS, STREETS, ADDRESSES, BUILDINGS) what the file does not tell, for instance {&quot;STREETS&quot;: {&quot;mapping&quot;: {&quot;name&quot;: &quot;STRNAME&quot;}, &quot;licence&quot;: &quot;dl-de/by-2-0&quot;, &quot;attribution&quot;: &quot;© Stadt&quot;, &quot;state_date&quot;: &quot;2026-08-31&quot;}}. Each part may be left out.</source>
        <translation>Je Datensatz (BOUNDARY, DISTRICTS, STREETS, ADDRESSES, BUILDINGS), was die Datei nicht sagt, zum Beispiel {&quot;STREETS&quot;: {&quot;mapping&quot;: {&quot;name&quot;: &quot;STRNAME&quot;}, &quot;licence&quot;: &quot;dl-de/by-2-0&quot;, &quot;attribution&quot;: &quot;© Stadt&quot;, &quot;state_date&quot;: &quot;2026-08-31&quot;}}. Jeder Teil darf fehlen.</translation>
    </message>
    <message>
        <source>Date as 31.08.2026 or 2026-08-31; stays unknown when left empty.</source>
        <translation>Datum wie 31.08.2026 oder 2026-08-31; bleibt unbekannt, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>Day first (31.12.2025)</source>
        <translation>Tag zuerst (31.12.2025)</translation>
    </message>
    <message>
        <source>Decided from the values</source>
        <translation>Aus den Werten erkennen</translation>
    </message>
    <message>
        <source>Field mapping (JSON)</source>
        <translation>Feldzuordnung (JSON)</translation>
    </message>
    <message>
        <source>Fields and origin of the sources (JSON)</source>
        <translation>Felder und Herkunft der Quellen (JSON)</translation>
    </message>
    <message>
        <source>Folder for what is fetched</source>
        <translation>Ordner für Abgerufenes</translation>
    </message>
    <message>
        <source>For services that ask who you are: a configuration of QGIS (Settings, Options, Authentication).</source>
        <translation>Für Dienste mit Anmeldung: eine Konfiguration von QGIS (Einstellungen, Optionen, Authentifizierung).</translation>
    </message>
    <message>
        <source>Id of a known service, several with a semicolon between. Left empty, those that are usual for the municipality.</source>
        <translation>Kennung eines bekannten Dienstes, mehrere mit Semikolon dazwischen. Leer: die für die Gemeinde üblichen.</translation>
    </message>
    <message>
        <source>Known are:</source>
        <translation>Bekannt sind:</translation>
    </message>
    <message>
        <source>Layer of the other service</source>
        <translation>Layer des anderen Dienstes</translation>
    </message>
    <message>
        <source>Layer or file</source>
        <translation>Layer oder Datei</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Month first (12/31/2025)</source>
        <translation>Monat zuerst (12/31/2025)</translation>
    </message>
    <message>
        <source>Municipality key (AGS)</source>
        <translation>Gemeindeschlüssel (AGS)</translation>
    </message>
    <message>
        <source>Off, answers that are fresh enough are taken from the folder for what is fetched, with their date. On, all is asked again.</source>
        <translation>Aus: Antworten, die aktuell genug sind, kommen mit ihrem Datum aus dem Ordner für Abgerufenes. An: Alles wird neu gefragt.</translation>
    </message>
    <message>
        <source>Official municipality key, eight digits, for instance 14713000 for Leipzig. A name would not do: the district around Leipzig is called Leipzig too.</source>
        <translation>Amtlicher Gemeindeschlüssel, acht Ziffern, zum Beispiel 14713000 für Leipzig. Ein Name genügt nicht: Auch der Landkreis um Leipzig heißt Leipzig.</translation>
    </message>
    <message>
        <source>Official municipality key, eight digits, for instance 14713000 for Leipzig. Left empty: the municipality that the workspace holds. A new workspace needs the key.</source>
        <translation>Amtlicher Gemeindeschlüssel, acht Ziffern, zum Beispiel 14713000 für Leipzig. Bleibt er leer: die Gemeinde des Arbeitsbereichs. Ein neuer Arbeitsbereich braucht den Schlüssel.</translation>
    </message>
    <message>
        <source>Order of day and month (csv)</source>
        <translation>Reihenfolge von Tag und Monat (csv)</translation>
    </message>
    <message>
        <source>Our field to the source's field, for instance {&quot;use&quot;: &quot;NUTZUNG&quot;, &quot;built_year&quot;: &quot;BAUJAHR&quot;}. Left empty, the mapping remembered for such a source is used, else one proposed from names and types.</source>
        <translation>Feld von EnAct zu Feld der Quelle, zum Beispiel {&quot;use&quot;: &quot;NUTZUNG&quot;, &quot;built_year&quot;: &quot;BAUJAHR&quot;}. Ohne Angabe gilt die für solche Quellen gemerkte Zuordnung, sonst ein Vorschlag aus Namen und Typen.</translation>
    </message>
    <message>
        <source>Overwrite rows changed by hand</source>
        <translation>Von Hand geänderte Zeilen überschreiben</translation>
    </message>
    <message>
        <source>Polygon layer of the municipality, or of many municipalities (then the AGS chooses). Without it the boundary in the workspace is used; without that one everything is loaded.</source>
        <translation>Flächenlayer der Gemeinde oder vieler Gemeinden (dann entscheidet der AGS). Ohne Angabe gilt die Grenze im Arbeitsbereich; fehlt auch diese, wird alles geladen.</translation>
    </message>
    <message>
        <source>QGIS project</source>
        <translation>QGIS-Projekt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Services, now</source>
        <translation>Dienste, jetzt</translation>
    </message>
    <message>
        <source>Short name as it is cited, for instance dl-de/by-2-0.</source>
        <translation>Kurzname, wie er zitiert wird, zum Beispiel dl-de/by-2-0.</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>The GeoPackage that holds all layers of the municipality. An existing workspace is kept: only the layers loaded now are replaced.</source>
        <translation>Das GeoPackage mit allen Layern der Gemeinde. Ein vorhandener Arbeitsbereich bleibt: Nur die jetzt geladenen Layer werden ersetzt.</translation>
    </message>
    <message>
        <source>The GeoPackage that holds all layers of the municipality. It is made when it does not exist; otherwise only the layer in question is replaced.</source>
        <translation>Das GeoPackage mit allen Layern der Gemeinde. Es wird angelegt, wenn es fehlt; sonst wird nur der betreffende Layer ersetzt.</translation>
    </message>
    <message>
        <source>The GeoPackage that holds all layers of the municipality; it must exist.</source>
        <translation>Das GeoPackage mit allen Layern der Gemeinde; es muss vorhanden sein.</translation>
    </message>
    <message>
        <source>The QGIS project with groups, styles, map themes and layouts. It refers to the workspace by a relative path: move both together.</source>
        <translation>Das QGIS-Projekt mit Gruppen, Darstellungen, Kartenthemen und Layouts. Es verweist mit einem relativen Pfad auf den Arbeitsbereich: beide zusammen verschieben.</translation>
    </message>
    <message>
        <source>The layer or file; without one, the services</source>
        <translation>Der Layer oder die Datei; ohne beides die Dienste</translation>
    </message>
    <message>
        <source>The line to be printed on maps, for instance © GeoSN.</source>
        <translation>Die Zeile, die auf Karten steht, zum Beispiel © GeoSN.</translation>
    </message>
    <message>
        <source>The register writes dates in the browser's language; auto decides from the values. dmy: day first, mdy: month first.</source>
        <translation>Das Register schreibt Daten in der Sprache des Browsers; auto entscheidet nach den Werten. dmy: Tag zuerst, mdy: Monat zuerst.</translation>
    </message>
    <message>
        <source>Type name, collection, or number or name of the layer. Left empty where the service has only one; else the message names them.</source>
        <translation>Typname, Collection oder Nummer oder Name des Layers. Leer, wenn der Dienst nur einen hat; sonst nennt die Meldung sie.</translation>
    </message>
    <message>
        <source>What the services deliver stays here with its date: a load that broke off is gone on with, and nothing fresh is fetched twice. Left empty: the cache of this user on this computer.</source>
        <translation>Was die Dienste liefern, bleibt hier mit seinem Datum: Ein abgebrochener Abruf wird fortgesetzt, und nichts Aktuelles wird zweimal geholt. Leer: der Zwischenspeicher dieses Benutzers auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Where the data come from</source>
        <translation>Woher die Daten kommen</translation>
    </message>
    <message>
        <source>Workspace (GeoPackage)</source>
        <translation>Arbeitsbereich (GeoPackage)</translation>
    </message>
    <message>
        <source>auto: the layer or file that is given; without one, the services that are known for the municipality. file: the layer or file. online: the services, or the address given below.</source>
        <translation>auto: der angegebene Layer oder die Datei; ohne beides die Dienste, die für die Gemeinde bekannt sind. file: der Layer oder die Datei. online: die Dienste oder die unten angegebene Adresse.</translation>
    </message>
</context>
<context>
    <name>EnactPlugin</name>
    <message>
        <source>&amp;Demo municipality …</source>
        <translation>&amp;Demo-Gemeinde …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open municipality …</source>
        <translation>&amp;Gemeinde öffnen …</translation>
    </message>
    <message>
        <source>E&amp;nAct</source>
        <translation>EnA&amp;ct</translation>
    </message>
</context>
<context>
    <name>EnergyBalance</name>
    <message>
        <source>As its operator publishes it; empty: that of the set, if it has one.</source>
        <translation>Wie der Betreiber ihn veröffentlicht; leer: der des Satzes, wenn es einen gibt.</translation>
    </message>
    <message>
        <source>Emission factor of the local heat network (g CO₂e/kWh)</source>
        <translation>Emissionsfaktor des örtlichen Wärmenetzes (g CO₂e/kWh)</translation>
    </message>
    <message>
        <source>Emission factors</source>
        <translation>Emissionsfaktoren</translation>
    </message>
    <message>
        <source>Empty: the last full year.</source>
        <translation>Leer: das letzte volle Jahr.</translation>
    </message>
    <message>
        <source>Energy and greenhouse gas balance</source>
        <translation>Energie- und Treibhausgasbilanz</translation>
    </message>
    <message>
        <source>One set for the whole table; scenarios need the one with years to come (kww).</source>
        <translation>Ein Satz für die ganze Tabelle; Szenarien brauchen den mit künftigen Jahren (kww).</translation>
    </message>
    <message>
        <source>Spreadsheet to write; empty: only the table in the workspace.</source>
        <translation>Zu schreibende Tabellendatei; leer: nur die Tabelle im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Sums final energy for heat by sector and carrier, and its greenhouse gas emissions.</source>
        <translation>Summiert die Endenergie für Wärme nach Sektor und Energieträger und ihre Treibhausgasemissionen.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Writes the table 'energy_balance': final energy for heat and emissions in t CO₂e by year, sector and carrier, of the stock and of each scenario, with the factor and its source beside each figure. One set of emission factors holds for the whole table: that of BISKO (ifeu) for the stock, or that of the technology catalogue for heat planning (KWW), which has years up to 2045. A carrier without a factor in the set stays without emissions and is told; a heat network needs the factor of its operator. The spreadsheet holds the balance after BISKO with the quality of the data, and marks what EnAct does not account for instead of writing zero. Process heat is not in it.</source>
        <translation>Schreibt die Tabelle „energy_balance“: Endenergie für Wärme und Emissionen in t CO₂e nach Jahr, Sektor und Energieträger, für den Bestand und jedes Szenario, mit Faktor und Quelle neben jeder Zahl. Für die ganze Tabelle gilt ein Satz von Emissionsfaktoren: der nach BISKO (ifeu) für den Bestand oder der des Technikkatalogs Wärmeplanung (KWW), der Jahre bis 2045 hat. Ein Energieträger ohne Faktor im Satz bleibt ohne Emissionen und wird genannt; ein Wärmenetz braucht den Faktor seines Betreibers. Die Tabellendatei enthält die Bilanz nach BISKO mit der Datengüte und kennzeichnet, was EnAct nicht bilanziert, statt null zu schreiben. Prozesswärme ist nicht enthalten.</translation>
    </message>
    <message>
        <source>Year of the stock</source>
        <translation>Jahr des Bestands</translation>
    </message>
</context>
<context>
    <name>ExportPlantFindings</name>
    <message>
        <source>All, also those accepted as they are</source>
        <translation>Alle, auch die als richtig bestätigten</translation>
    </message>
    <message>
        <source>Export findings on plants for the grid operator</source>
        <translation>Auffälligkeiten für den Netzbetreiber exportieren</translation>
    </message>
    <message>
        <source>File to write; one of that name is replaced. A temporary file is gone when QGIS is closed.</source>
        <translation>Zu schreibende Datei; eine gleichen Namens wird ersetzt. Eine temporäre Datei ist weg, sobald QGIS geschlossen wird.</translation>
    </message>
    <message>
        <source>Grid operator</source>
        <translation>Netzbetreiber</translation>
    </message>
    <message>
        <source>Grid operators check the entries of the register. This writes the findings of the layer 'plant_findings' as a table to send to them: number, finding as a sentence, value as registered and as corrected, place where the register publishes one, and the page of the register. A sheet for each grid operator (with csv a column), and one with source, state of the data and what the table does not show. Findings accepted as they are stand in it only when chosen; mere notes, and findings that only corrected values have, never do. The reasons of corrections go with it only when chosen, names of persons and reviewers never.</source>
        <translation>Netzbetreiber prüfen die Angaben im Register. Schreibt die Auffälligkeiten der Ebene „plant_findings“ als Tabelle, die ihnen geschickt werden kann: Nummer, Auffälligkeit als Satz, Angabe des Registers und berichtigte Angabe, Lage, soweit das Register sie veröffentlicht, und Seite des Registers. Ein Blatt je Netzbetreiber (bei csv eine Spalte) und eines mit Quelle, Stand der Daten und dem, was die Tabelle nicht zeigt. Als richtig bestätigte Auffälligkeiten stehen nur auf Wunsch darin, bloße Hinweise und Auffälligkeiten, die erst berichtigte Werte haben, nie. Die Begründungen der Berichtigungen gehen nur auf Wunsch mit, Namen von Personen und Prüfenden nie.</translation>
    </message>
    <message>
        <source>In scripts: open, open_and_corrected, all.</source>
        <translation>In Skripten: open, open_and_corrected, all.</translation>
    </message>
    <message>
        <source>MaStR number of one grid operator (SNB…); empty for all.</source>
        <translation>MaStR-Nummer eines Netzbetreibers (SNB…); leer für alle.</translation>
    </message>
    <message>
        <source>Open, and values that the municipality corrected</source>
        <translation>Offene und von der Kommune berichtigte Werte</translation>
    </message>
    <message>
        <source>Open: nobody has reviewed them yet</source>
        <translation>Offene: noch nicht geprüft</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>They are free text: read them before the table leaves the house, for names and the like.</source>
        <translation>Sie sind freier Text: Vor der Weitergabe auf Namen und Ähnliches durchsehen.</translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation>Welche Auffälligkeiten</translation>
    </message>
    <message>
        <source>With the reasons of corrections</source>
        <translation>Mit den Begründungen der Berichtigungen</translation>
    </message>
    <message>
        <source>Writes the findings on plants as a spreadsheet, a sheet for each grid operator.</source>
        <translation>Schreibt die Auffälligkeiten der Anlagen als Tabelle, ein Blatt je Netzbetreiber.</translation>
    </message>
</context>
<context>
    <name>ExportSecap</name>
    <message>
        <source>Export for the Covenant of Mayors (SECAP)</source>
        <translation>Export für den Konvent der Bürgermeister (SECAP)</translation>
    </message>
    <message>
        <source>File to write; one of that name is replaced.</source>
        <translation>Zu schreibende Datei; eine gleichen Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Lays out final energy for heat and its emissions as the Covenant's baseline emission inventory does: sectors by carriers, with the emission factor of each column. Cells that EnAct does not account for (transport, lighting, electricity other than for heat) are marked so and never zero; what has no column there, such as ambient heat, stands on a sheet of its own, so that both add up to the balance. With a decisive scenario in the workspace, a sheet of actions until 2030 is added, estimated from its difference to the stock.</source>
        <translation>Ordnet die Endenergie für Wärme und ihre Emissionen wie das Ausgangsinventar (BEI) des Konvents: Sektoren nach Energieträgern, mit dem Emissionsfaktor jeder Spalte. Zellen, die EnAct nicht bilanziert (Verkehr, Beleuchtung, anderer Strom als für Wärme), sind so gekennzeichnet und nie null; was dort keine Spalte hat, etwa Umweltwärme, steht auf einem eigenen Blatt, so dass beides zusammen die Bilanz ergibt. Mit einem maßgeblichen Szenario im Arbeitsbereich kommt ein Blatt der Maßnahmen bis 2030 dazu, geschätzt aus dessen Unterschied zum Bestand.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Writes the baseline emission inventory of the Covenant of Mayors as a spreadsheet.</source>
        <translation>Schreibt das Ausgangsinventar des Konvents der Bürgermeister als Tabellendatei.</translation>
    </message>
</context>
<context>
    <name>FeedingPlants</name>
    <message>
        <source>Compares the register of plants with the heat networks of the workspace and writes the table 'plant_feeding': combined heat and power or biomass plants of at least 100 kW of heat no farther than 50 m from a network, each once, whatever the number of its units. These are proposals: the register does not say which plant feeds a network, and none is drawn for being listed here. Confirm or reject one with 'Review plants' (enact:reviewplants): field feeds_network, value yes or no, with a reason. Confirmed plants appear on the map as 'Einspeisende Anlagen'; the decision survives the next load of the register.</source>
        <translation>Vergleicht das Register der Anlagen mit den Wärmenetzen des Arbeitsbereichs und schreibt die Tabelle „plant_feeding“: KWK- oder Biomasseanlagen mit mindestens 100 kW Wärmeleistung und höchstens 50 m Abstand zu einem Netz, jede einmal, wie viele Einheiten sie auch hat. Es sind Vorschläge: Das Register sagt nicht, welche Anlage in ein Netz einspeist, und keine wird gezeichnet, weil sie hier steht. Bestätigen oder ablehnen mit „Anlagen prüfen“ (enact:reviewplants): Feld feeds_network, Wert ja oder nein, mit Begründung. Bestätigte Anlagen erscheinen auf der Karte als „Einspeisende Anlagen“; die Entscheidung übersteht das nächste Laden des Registers.</translation>
    </message>
    <message>
        <source>Lists combined heat and power and biomass plants beside a heat network, to be confirmed.</source>
        <translation>Listet KWK- und Biomasseanlagen an einem Wärmenetz, die zu bestätigen sind.</translation>
    </message>
    <message>
        <source>Propose plants feeding heat networks</source>
        <translation>Einspeisende Anlagen vorschlagen</translation>
    </message>
</context>
<context>
    <name>FieldDialog</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>&amp;Apply to this source</source>
        <translation>Für diese Quelle ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>EnAct – Fields and origin: {title}</source>
        <translation>EnAct – Felder und Herkunft: {title}</translation>
    </message>
    <message>
        <source>Factor / value</source>
        <translation>Faktor / Wert</translation>
    </message>
    <message>
        <source>Field in EnAct</source>
        <translation>Feld in EnAct</translation>
    </message>
    <message>
        <source>Field of your data</source>
        <translation>Feld Ihrer Daten</translation>
    </message>
    <message>
        <source>Needed: {names}.</source>
        <translation>Wird gebraucht: {names}.</translation>
    </message>
    <message>
        <source>Not used: {fields}.</source>
        <translation>Nicht verwendet: {fields}.</translation>
    </message>
    <message>
        <source>One of these is needed: {names}</source>
        <translation>Eines davon wird gebraucht: {names}</translation>
    </message>
    <message>
        <source>Values in your data</source>
        <translation>Werte in Ihren Daten</translation>
    </message>
    <message>
        <source>Which field of “{name}” fills which field of EnAct? A * marks what is needed. What you apply is remembered in the workspace for all sources with the same fields.</source>
        <translation>Welches Feld von „{name}“ füllt welches Feld in EnAct? Ein * kennzeichnet, was gebraucht wird. Was Sie übernehmen, merkt sich der Arbeitsbereich für alle Quellen mit denselben Feldern.</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Zeit</translation>
    </message>
    <message>
        <source>fields assigned</source>
        <translation>Felder zugeordnet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>outlines of the cadastre (ALKIS)</source>
        <translation>Umringe des Liegenschaftskatasters (ALKIS)</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>recognised: {text}</source>
        <translation>erkannt: {text}</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>gemerkt</translation>
    </message>
    <message>
        <source>surfaces of the 3D city model (LoD2)</source>
        <translation>Flächen des 3D-Stadtmodells (LoD2)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the same value everywhere …</source>
        <translation>überall derselbe Wert …</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>values translated: {pairs}</source>
        <translation>übersetzte Werte: {pairs}</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>ja/nein</translation>
    </message>
    <message>
        <source>– not given –</source>
        <translation>– keine Angabe –</translation>
    </message>
    <message>
        <source>“{name}” is recognised as {form}. Its fields are read by rules of their own; there is nothing to assign. To read it like any other layer all the same, use “Load buildings” of the toolbox with the kind “mapped”.</source>
        <translation>„{name}“ ist erkannt als: {form}. Die Felder werden nach eigenen Regeln gelesen; zuzuordnen ist nichts. Wer die Daten trotzdem wie einen beliebigen Layer lesen will, nimmt „Gebäude laden“ aus der Werkzeugkiste mit der Art „mapped“.</translation>
    </message>
</context>
<context>
    <name>FieldMappingDialog</name>
    <message>
        <source>&amp;Attribution</source>
        <translation>&amp;Quellenvermerk</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Reset to proposal</source>
        <translation>Auf &amp;Vorschlag zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Herkunft</translation>
    </message>
    <message>
        <source>EnAct – Fields and origin</source>
        <translation>EnAct – Felder und Herkunft</translation>
    </message>
    <message>
        <source>Forget what was changed or remembered and show what EnAct proposes by names and types</source>
        <translation>Geändertes und Gemerktes verwerfen und zeigen, was EnAct nach Namen und Typen vorschlägt</translation>
    </message>
    <message>
        <source>State of the &amp;data</source>
        <translation>&amp;Stand der Daten</translation>
    </message>
    <message>
        <source>What the file does not tell: it is printed on maps and written into the notes of the layer, and goes along into everything made from it. What is left empty is taken from the metadata of the layer or from what EnAct knows of the source.</source>
        <translation>Was die Datei nicht sagt: Es steht auf Karten und in den Notizen des Layers und geht in alles mit, was daraus entsteht. Was leer bleibt, wird den Metadaten des Layers entnommen oder dem, was EnAct über die Quelle weiß.</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>&amp;Addresses</source>
        <translation>A&amp;dressen</translation>
    </message>
    <message>
        <source>&amp;Boundary</source>
        <translation>Gemeindeg&amp;renze</translation>
    </message>
    <message>
        <source>&amp;Census</source>
        <translation>&amp;Zensus</translation>
    </message>
    <message>
        <source>&amp;Districts</source>
        <translation>&amp;Ortsteile</translation>
    </message>
    <message>
        <source>&amp;Municipality</source>
        <translation>&amp;Gemeinde</translation>
    </message>
    <message>
        <source>&amp;Project file</source>
        <translation>&amp;Projektdatei</translation>
    </message>
    <message>
        <source>&amp;Streets</source>
        <translation>&amp;Straßen</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>&amp;Arbeitsbereich</translation>
    </message>
    <message>
        <source>&lt;p&gt;All municipalities of Saxony are in the list: type the beginning of the name, with or without umlauts. For others, and for municipalities that no longer exist, type the eight-digit key (AGS); an old key is replaced by the valid one.&lt;/p&gt;&lt;p&gt;What you chose last time for a municipality is filled in again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Liste enthält alle Gemeinden Sachsens: Den Anfang des Namens eingeben, mit oder ohne Umlaute. Für andere Gemeinden und für solche, die es nicht mehr gibt, den achtstelligen Gemeindeschlüssel (AGS) eingeben; ein alter Schlüssel wird durch den gültigen ersetzt.&lt;/p&gt;&lt;p&gt;Was beim letzten Mal für eine Gemeinde gewählt war, wird wieder eingetragen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Any number of further layers, each with its kind: what a heat plan shows (densities, networks, supply areas, potentials …), and others such as parcels, land use or protected areas.&lt;/p&gt;&lt;p&gt;The kind decides on the style and the place in the layer tree.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; from whoever prepared the heat plan, or the municipality's open-data portal.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Beliebig viele weitere Ebenen, jede mit ihrer Art: was ein Wärmeplan zeigt (Dichten, Netze, Versorgungsgebiete, Potenziale …), dazu etwa Flurstücke, Flächennutzung oder Schutzgebiete.&lt;/p&gt;&lt;p&gt;Die Art bestimmt Darstellung und Platz im Ebenenbaum.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; von denen, die den Wärmeplan erstellt haben, oder vom Open-Data-Portal der Kommune.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Area of the municipality. A file with many municipalities is fine: the right one is picked by its key (AGS). Without a boundary the outline of the districts is taken.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; “Verwaltungsgebiete 1:250 000 (VG250)” of the Federal Agency for Cartography and Geodesy, &lt;a href=&quot;https://gdz.bkg.bund.de&quot;&gt;gdz.bkg.bund.de&lt;/a&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Fläche der Gemeinde. Die Datei darf viele Gemeinden enthalten: Die richtige wird am Gemeindeschlüssel (AGS) erkannt. Ohne Grenze gilt der Umriss der Ortsteile.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; „Verwaltungsgebiete 1:250 000 (VG250)“ des Bundesamts für Kartographie und Geodäsie, &lt;a href=&quot;https://gdz.bkg.bund.de&quot;&gt;gdz.bkg.bund.de&lt;/a&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Axes of the streets with their names, from official data or OpenStreetMap.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; Basis-DLM at &lt;a href=&quot;https://www.geodaten.sachsen.de&quot;&gt;www.geodaten.sachsen.de&lt;/a&gt;, or &lt;a href=&quot;https://download.geofabrik.de&quot;&gt;download.geofabrik.de&lt;/a&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Straßenachsen mit Namen, aus amtlichen Daten oder OpenStreetMap.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; Basis-DLM bei &lt;a href=&quot;https://www.geodaten.sachsen.de&quot;&gt;www.geodaten.sachsen.de&lt;/a&gt; oder &lt;a href=&quot;https://download.geofabrik.de&quot;&gt;download.geofabrik.de&lt;/a&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Districts of the town, villages or cadastral districts, as areas with a name. Plants without a location are counted by them.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; open-data portal or surveying office of the municipality.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ortsteile, Stadtteile oder Gemarkungen als Flächen mit Namen. Nach ihnen werden Anlagen gezählt, deren Lage nicht veröffentlicht ist.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; Open-Data-Portal oder Vermessungsamt der Kommune.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Figures of the census on the 100 m grid, one or several topics (energy carrier, kind of heating, year of construction, type of building), as CSV or as the zip they come in. Files for all of Germany are fine.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; &lt;a href=&quot;https://www.zensus2022.de&quot;&gt;www.zensus2022.de&lt;/a&gt;, results, grid data.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Zahlen des Zensus im 100-m-Gitter, ein oder mehrere Themen (Energieträger, Heizungsart, Baujahr, Gebäudetyp), als CSV oder als Zip-Datei, wie sie heruntergeladen werden. Dateien für ganz Deutschland sind in Ordnung.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; &lt;a href=&quot;https://www.zensus2022.de&quot;&gt;www.zensus2022.de&lt;/a&gt;, Ergebnisse, Gitterdaten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;One GeoPackage that holds all layers of the municipality. A new file is created; in an existing one only the data sets chosen here are replaced, all others stay.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein GeoPackage mit allen Layern der Gemeinde. Eine neue Datei wird angelegt; in einer vorhandenen werden nur die hier gewählten Datensätze ersetzt, alle anderen bleiben.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Outlines of the buildings: LoD2 surfaces, outlines of the cadastre (ALKIS), OpenStreetMap, or a layer of your own. The kind is recognised by the fields.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; &lt;a href=&quot;https://www.geodaten.sachsen.de&quot;&gt;www.geodaten.sachsen.de&lt;/a&gt; (3D city model, LoD2, shape), or OpenStreetMap at &lt;a href=&quot;https://download.geofabrik.de&quot;&gt;download.geofabrik.de&lt;/a&gt; (licence ODbL).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Grundrisse der Gebäude: LoD2-Flächen, Hausumringe des Katasters (ALKIS), OpenStreetMap oder ein eigener Layer. Die Art wird an den Feldern erkannt.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; &lt;a href=&quot;https://www.geodaten.sachsen.de&quot;&gt;www.geodaten.sachsen.de&lt;/a&gt; (3D-Stadtmodell, LoD2, Shape) oder OpenStreetMap bei &lt;a href=&quot;https://download.geofabrik.de&quot;&gt;download.geofabrik.de&lt;/a&gt; (Lizenz ODbL).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Points with street and house number: official house coordinates, the cadastre's addresses, or OpenStreetMap.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; house coordinates from the state's surveying office, &lt;a href=&quot;https://www.geodaten.sachsen.de&quot;&gt;www.geodaten.sachsen.de&lt;/a&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Punkte mit Straße und Hausnummer: amtliche Hauskoordinaten, Adressen des Katasters oder OpenStreetMap.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; Hauskoordinaten der Landesvermessung, &lt;a href=&quot;https://www.geodaten.sachsen.de&quot;&gt;www.geodaten.sachsen.de&lt;/a&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Power and heat plants and storage units of the register (Marktstammdatenregister): the CSV of the &lt;i&gt;extended&lt;/i&gt; overview of units, JSON of its public interface (one file, or a folder with all pages), the zip of the complete data export (Gesamtdatenexport) or its address (https://…), or tables of open-mastr (one file, or their folder); or the word &lt;i&gt;online&lt;/i&gt;: the register is asked now. Rows of other municipalities are left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; &lt;a href=&quot;https://www.marktstammdatenregister.de&quot;&gt;www.marktstammdatenregister.de&lt;/a&gt;, “Erweiterte Einheitenübersicht”, filter by Gemeindeschlüssel, export as CSV. The &lt;i&gt;simple&lt;/i&gt; overview does not suffice: it lacks the key of the municipality.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Strom- und Wärmeerzeuger sowie Stromspeicher des Marktstammdatenregisters: die CSV der &lt;i&gt;erweiterten&lt;/i&gt; Einheitenübersicht, JSON der öffentlichen Schnittstelle (eine Datei oder ein Ordner mit allen Seiten), die Zip-Datei des Gesamtdatenexports oder ihre Adresse (https://…) oder Tabellen von open-mastr (eine Datei oder ihr Ordner); oder das Wort &lt;i&gt;online&lt;/i&gt;: Das Register wird jetzt gefragt. Zeilen anderer Gemeinden bleiben weg.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; &lt;a href=&quot;https://www.marktstammdatenregister.de&quot;&gt;www.marktstammdatenregister.de&lt;/a&gt;, „Erweiterte Einheitenübersicht“, nach Gemeindeschlüssel filtern, als CSV exportieren. Die &lt;i&gt;einfache&lt;/i&gt; Übersicht genügt nicht: Ihr fehlt der Gemeindeschlüssel.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The QGIS project with styled layers, map themes and print layouts. A project that is already there is renewed: your own layers, styles and layouts stay. Keep it in the same folder as the workspace, so that both can be passed on together.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das QGIS-Projekt mit gestalteten Ebenen, Kartenthemen und Drucklayouts. Ein vorhandenes Projekt wird erneuert: eigene Layer, Stile und Layouts bleiben. Am besten liegt es im selben Ordner wie der Arbeitsbereich, dann lassen sich beide zusammen weitergeben.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;What you give as a file is read from there. Everything else is asked from the official services and OpenStreetMap: boundary, buildings, parcels, land use, addresses, streets, rail and water, register of plants, census, protected areas and, where they are known, districts and the published heat plan.&lt;/p&gt;&lt;p&gt;For a municipality of which you have no files yet, the key or name is enough. The first time this takes a while: some come as one file for all of Saxony (addresses, some 51 MB) or Germany (census). They stay on this computer, and later only changes are fetched. Layers of the workspace that came from files stay. A service that fails is named with the reason and with the file that serves instead.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Was Sie als Datei angeben, wird von dort gelesen. Alles Übrige wird bei den amtlichen Diensten und bei OpenStreetMap gefragt: Grenze, Gebäude, Flurstücke, Flächennutzung, Adressen, Straßen, Bahn und Gewässer, Anlagenregister, Zensus, Schutzgebiete und, wo bekannt, Ortsteile und der veröffentlichte Wärmeplan.&lt;/p&gt;&lt;p&gt;Für eine Gemeinde, von der Sie noch keine Dateien haben, genügt der Schlüssel oder der Name. Beim ersten Mal dauert es etwas: Einiges kommt als eine Datei für ganz Sachsen (Adressen, rund 51 MB) oder Deutschland (Zensus). Es bleibt auf diesem Rechner, und später wird nur Geändertes geholt. Ebenen des Arbeitsbereichs, die aus Dateien stammen, bleiben. Fällt ein Dienst aus, wird er mit dem Grund genannt und mit der Datei, die stattdessen hilft.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>B&amp;uildings</source>
        <translation>Ge&amp;bäude</translation>
    </message>
    <message>
        <source>Heat plan and further layers</source>
        <translation>Wärmeplan und weitere Ebenen</translation>
    </message>
    <message>
        <source>Load what is missing from the ser&amp;vices</source>
        <translation>&amp;Fehlendes aus den Diensten laden</translation>
    </message>
    <message>
        <source>P&amp;lants</source>
        <translation>Energiean&amp;lagen</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>register, online</source>
        <translation>Register, online</translation>
    </message>
    <message>
        <source>unusual type</source>
        <translation>unüblicher Typ</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>falscher Typ</translation>
    </message>
</context>
<context>
    <name>HeatDemand</name>
    <message>
        <source>Computes useful heat (space heat and hot water) and final energy of each heated building, with a span.</source>
        <translation>Berechnet Nutzwärme (Raumwärme und Warmwasser) und Endenergie jedes beheizten Gebäudes, mit Spanne.</translation>
    </message>
    <message>
        <source>Heat demand of buildings</source>
        <translation>Wärmebedarf der Gebäude</translation>
    </message>
    <message>
        <source>Writes the layer 'building_demand': floor area times specific need by type and age – for homes the figures of the KWW catalogue, for others those of the IWU typology – with hot water counted once, a low and a high value from the span of the sources, and final energy by the heaters of the census cell, or by those that chimney sweeps delivered. Metered consumption wins: the model is scaled to the totals delivered. Buildings of mixed age get the mean over the shares of their cell. Process heat is not in it. The figures stand in tables of the plugin with their sources and can be replaced.</source>
        <translation>Schreibt die Ebene „building_demand“: Energiebezugsfläche mal spezifischer Bedarf nach Typ und Alter – für Wohngebäude die Werte des KWW-Technikkatalogs, für andere die der IWU-Typologie –, das Warmwasser einmal gezählt, dazu ein unterer und ein oberer Wert aus der Spanne der Quellen und die Endenergie nach den Heizungen der Zensuszelle oder nach den Feuerstätten, die Schornsteinfeger geliefert haben. Gemessener Verbrauch geht vor: Das Modell wird auf die gelieferten Summen gebracht. Gebäude gemischten Alters bekommen das Mittel über die Anteile ihrer Zelle. Prozesswärme ist nicht enthalten. Die Kennwerte stehen mit ihren Quellen in Tabellen des Plugins und lassen sich ersetzen.</translation>
    </message>
</context>
<context>
    <name>HeatDensity</name>
    <message>
        <source>Heat density</source>
        <translation>Wärmedichte</translation>
    </message>
    <message>
        <source>Sums heat by block and on a 100 m grid: density, energy carriers, prevailing type and age of buildings.</source>
        <translation>Summiert Wärme je Baublock und im 100-m-Raster: Dichte, Energieträger, überwiegender Gebäudetyp und Baualter.</translation>
    </message>
    <message>
        <source>Writes the layers 'block_heat' and 'heat_grid'. The density is useful heat with hot water per net hectare of the block, with a low and a high value; shares of carriers are those of final energy; the prevailing type and age class are those with the largest floor area. On the grid a building counts in each cell with the share of its outline. The sum over the blocks and the buildings outside settlements is the sum over all buildings; the log states both.</source>
        <translation>Schreibt die Ebenen 'block_heat' (Wärme je Baublock) und 'heat_grid' (Raster). Die Dichte ist Nutzwärme mit Warmwasser je Hektar Nettofläche des Baublocks, mit unterem und oberem Wert; Anteile der Energieträger sind solche der Endenergie; überwiegend sind Gebäudetyp und Baualtersklasse mit der größten Energiebezugsfläche. Im Raster zählt ein Gebäude in jeder Zelle mit dem Anteil seines Umrings. Die Summe über die Baublöcke und den Außenbereich ist die Summe über alle Gebäude; das Protokoll nennt beide.</translation>
    </message>
</context>
<context>
    <name>HeatLineDensity</name>
    <message>
        <source>Connection rate (%)</source>
        <translation>Anschlussquote (%)</translation>
    </message>
    <message>
        <source>Heat line density</source>
        <translation>Wärmeliniendichte</translation>
    </message>
    <message>
        <source>Heat per metre of street section, with all buildings and at a connection rate.</source>
        <translation>Wärme je Meter Straßenabschnitt, mit allen Gebäuden und bei einer Anschlussquote.</translation>
    </message>
    <message>
        <source>Share of the heat along a street that connects to a network, in percent.</source>
        <translation>Anteil der Wärme an einer Straße, der an ein Netz anschließt, in Prozent.</translation>
    </message>
    <message>
        <source>Writes the layer 'section_heat': useful heat of the buildings along each street section per metre of street, for all buildings with a low and a high value, and at the connection rate given. Service pipes are not in the length. The log says how much heat belongs to no section.</source>
        <translation>Schreibt die Ebene 'section_heat': Nutzwärme der Gebäude an jedem Straßenabschnitt je Meter Straße, für alle Gebäude mit unterem und oberem Wert und bei der angegebenen Anschlussquote. Hausanschlüsse sind nicht in der Länge. Das Protokoll sagt, wie viel Wärme zu keinem Abschnitt gehört.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&amp;Beginning</source>
        <translation>&amp;Anfang</translation>
    </message>
    <message>
        <source>&lt;h2&gt;From a few files to a map&lt;/h2&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Get the files.&lt;/b&gt; For each data set the dialog “Open municipality” says where to get it. None is compulsory: what you do not have is skipped, and the report says so.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Open the municipality.&lt;/b&gt; Choose it, give files or layers, start. All layers go into one GeoPackage, the workspace; beside it stands a QGIS project with styles, map themes and print layouts.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Look around.&lt;/b&gt; The map themes (eye symbol above the layer tree) show energy plants, buildings and the heat plan. The notes of a layer name its source, date and licence.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Update.&lt;/b&gt; Open the same municipality again with a newer file: only that layer is replaced.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;No files at hand?&lt;/h3&gt;&lt;p&gt;“Demo municipality” writes a fictitious town and opens the dialog with its files.&lt;/p&gt;&lt;h3&gt;Models and batches&lt;/h3&gt;&lt;p&gt;All that the dialog does is done by the algorithms of the group EnAct in the processing toolbox; they can be used in models, as a batch, and with qgis_process.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Von ein paar Dateien zur Karte&lt;/h2&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Dateien besorgen.&lt;/b&gt; Der Dialog „Gemeinde öffnen“ nennt zu jedem Datensatz, woher es ihn gibt. Keiner ist Pflicht: Was fehlt, wird übersprungen und im Bericht genannt.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Gemeinde öffnen.&lt;/b&gt; Gemeinde wählen, Dateien oder Layer angeben, starten. Alle Ebenen kommen in ein GeoPackage, den Arbeitsbereich; daneben entsteht ein QGIS-Projekt mit Darstellungen, Kartenthemen und Drucklayouts.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Ansehen.&lt;/b&gt; Die Kartenthemen (Augensymbol über dem Ebenenbaum) zeigen Energieanlagen, Gebäudebestand und Wärmeplanung. Die Notizen einer Ebene nennen Quelle, Stand und Lizenz.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Aktualisieren.&lt;/b&gt; Dieselbe Gemeinde mit einer neueren Datei noch einmal öffnen: Nur diese Ebene wird ersetzt.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;Keine Dateien zur Hand?&lt;/h3&gt;&lt;p&gt;„Demo-Gemeinde“ schreibt eine fiktive Stadt und öffnet den Dialog mit ihren Dateien.&lt;/p&gt;&lt;h3&gt;Modelle und Stapel&lt;/h3&gt;&lt;p&gt;Alles, was der Dialog tut, erledigen die Algorithmen der Gruppe EnAct in den Verarbeitungswerkzeugen; sie lassen sich in Modellen, als Stapel und mit qgis_process verwenden.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>EnAct – first steps</source>
        <translation>EnAct – erste Schritte</translation>
    </message>
    <message>
        <source>EnAct – user guide</source>
        <translation>EnAct – Anwenderhandbuch</translation>
    </message>
</context>
<context>
    <name>LoadBuildings</name>
    <message>
        <source>ALKIS</source>
        <translation>ALKIS</translation>
    </message>
    <message>
        <source>Another layer, with the mapping below</source>
        <translation>Anderer Layer, mit der Zuordnung unten</translation>
    </message>
    <message>
        <source>Buildings (layer or file)</source>
        <translation>Gebäude (Layer oder Datei)</translation>
    </message>
    <message>
        <source>Kind of building data</source>
        <translation>Art der Gebäudedaten</translation>
    </message>
    <message>
        <source>LoD2 (shape delivery of GeoSN)</source>
        <translation>LoD2 (Shape-Lieferung des GeoSN)</translation>
    </message>
    <message>
        <source>Load buildings</source>
        <translation>Gebäude laden</translation>
    </message>
    <message>
        <source>Loads buildings from LoD2 surfaces, ALKIS outlines, OpenStreetMap or any polygon layer, or from the services of the municipality.</source>
        <translation>Lädt Gebäude aus LoD2-Flächen, ALKIS-Hausumringen, OpenStreetMap oder einem beliebigen Flächenlayer oder von den Diensten der Gemeinde.</translation>
    </message>
    <message>
        <source>OpenStreetMap</source>
        <translation>OpenStreetMap</translation>
    </message>
    <message>
        <source>Polygons of the buildings, in any CRS. Left empty, the services are asked.</source>
        <translation>Flächen der Gebäude, in beliebigem Koordinatensystem. Leer: Die Dienste werden gefragt.</translation>
    </message>
    <message>
        <source>Recognised by the fields</source>
        <translation>An den Feldern erkennen</translation>
    </message>
    <message>
        <source>Writes the layer 'buildings': one row per building with use, storeys, height, age and address as far as the source tells them, and for each of them where it comes from. Building parts of LoD2 are merged, invalid rings repaired, repeated objects counted once. What the source does not tell stays empty. Without a layer or file the services that are known for the municipality are asked; its boundary must be in the workspace or given.</source>
        <translation>Schreibt die Ebene „buildings“: eine Zeile je Gebäude mit Nutzung, Geschossen, Höhe, Alter und Adresse, soweit die Quelle sie nennt, und zu jeder Angabe, woher sie stammt. Gebäudeteile aus LoD2 werden zusammengeführt, ungültige Ringe repariert, wiederholte Objekte einmal gezählt. Was die Quelle nicht nennt, bleibt leer. Ohne Layer oder Datei werden die Dienste gefragt, die für die Gemeinde bekannt sind; ihre Grenze muss im Arbeitsbereich liegen oder angegeben sein.</translation>
    </message>
    <message>
        <source>auto recognises the kind from the fields. lod2_surfaces: shape delivery of GeoSN. alkis: outlines with function code. osm: OpenStreetMap tags. mapped: any layer, with the mapping below.</source>
        <translation>auto erkennt die Art an den Feldern. lod2_surfaces: Shape-Lieferung des GeoSN. alkis: Hausumringe mit Funktionsschlüssel. osm: Merkmale aus OpenStreetMap. mapped: beliebiger Layer mit der Zuordnung unten.</translation>
    </message>
</context>
<context>
    <name>LoadCensus</name>
    <message>
        <source>Census files</source>
        <translation>Zensusdateien</translation>
    </message>
    <message>
        <source>Load census grid</source>
        <translation>Zensusgitter laden</translation>
    </message>
    <message>
        <source>Loads the 100 m grid of the census: age, type, heating and energy carrier of buildings, from files or online.</source>
        <translation>Lädt das 100-m-Gitter des Zensus: Alter, Typ, Heizungsart und Energieträger der Gebäude, aus Dateien oder online.</translation>
    </message>
    <message>
        <source>Reads files of the Census 2022 (zip or csv, one per topic, as downloaded) or the pivoted form of the Census 2011 and writes the layer 'census_cells'. The marks of statistical secrecy are kept: a dash is not a zero, and classes need not add up to the total. Without files, those of the statistical offices are downloaded; they cover all of Germany and are kept.</source>
        <translation>Liest Dateien des Zensus 2022 (Zip oder CSV, eine je Thema, wie heruntergeladen) oder die breite Form des Zensus 2011 und schreibt die Ebene „census_cells“. Die Zeichen der statistischen Geheimhaltung bleiben erhalten: Ein Strich ist keine Null, und Klassen müssen sich nicht zur Summe addieren. Ohne Dateien werden die der Statistischen Ämter heruntergeladen; sie gelten für ganz Deutschland und werden aufgehoben.</translation>
    </message>
    <message>
        <source>Zip or csv files of the 100 m grid; several topics may be given. Left empty, they are downloaded.</source>
        <translation>Zip- oder CSV-Dateien des 100-m-Gitters; mehrere Themen sind möglich. Leer: Sie werden heruntergeladen.</translation>
    </message>
</context>
<context>
    <name>LoadConsumption</name>
    <message>
        <source>As the field's name says, else kWh</source>
        <translation>Wie der Feldname sagt, sonst kWh</translation>
    </message>
    <message>
        <source>Calorific basis of gas</source>
        <translation>Bezug des Brennwerts bei Gas</translation>
    </message>
    <message>
        <source>Calorific value × gas law factor (kWh/m³)</source>
        <translation>Brennwert × Zustandszahl (kWh/m³)</translation>
    </message>
    <message>
        <source>Climate factor</source>
        <translation>Klimafaktor</translation>
    </message>
    <message>
        <source>Deliveries (table or file)</source>
        <translation>Lieferungen (Tabelle oder Datei)</translation>
    </message>
    <message>
        <source>Energy carrier</source>
        <translation>Energieträger</translation>
    </message>
    <message>
        <source>For deliveries in cubic metres; the supplier prints both on the bill.</source>
        <translation>Für Lieferungen in Kubikmetern; der Versorger druckt beides auf die Rechnung.</translation>
    </message>
    <message>
        <source>Gas is billed in the upper heating value; unknown counts as that.</source>
        <translation>Gas wird nach dem Brennwert abgerechnet; unbekannt zählt so.</translation>
    </message>
    <message>
        <source>Load metered consumption</source>
        <translation>Gemessene Verbräuche laden</translation>
    </message>
    <message>
        <source>Loads gas and heat as suppliers may deliver them: by address, group of addresses, or block.</source>
        <translation>Lädt Gas und Wärme, wie Versorger sie liefern dürfen: je Adresse, Gruppe von Adressen oder Baublock.</translation>
    </message>
    <message>
        <source>Of all years. Cubic metres need the calorific value below.</source>
        <translation>Aller Jahre. Kubikmeter brauchen den Brennwert unten.</translation>
    </message>
    <message>
        <source>Of rows that do not say it.</source>
        <translation>Für Zeilen, die ihn nicht nennen.</translation>
    </message>
    <message>
        <source>Of the years' mean, around 1; for the postcode, as the weather service publishes it. Left empty, nothing is corrected.</source>
        <translation>Für das Mittel der Jahre, um 1; je Postleitzahl, wie der Deutsche Wetterdienst ihn veröffentlicht. Bleibt er leer, wird nichts bereinigt.</translation>
    </message>
    <message>
        <source>One row per address, group of addresses or block, with the consumption of up to three years.</source>
        <translation>Eine Zeile je Adresse, Gruppe von Adressen oder Baublock, mit dem Verbrauch von bis zu drei Jahren.</translation>
    </message>
    <message>
        <source>Unit of the consumption</source>
        <translation>Einheit des Verbrauchs</translation>
    </message>
    <message>
        <source>Writes the table 'consumption': one row per delivery, for an address, a group of addresses ('Musterstr. 1–9') or a block, as the mean of up to three years in kWh of the lower heating value, with unit, calorific basis and climate factor as delivered. Consumption of single-family houses may be collected only for at least five house numbers together (WPG, annex 1): rows below are refused, counted, and not stored. Deliveries or parts of them that match no building are listed in the table 'consumption_unmatched'. 'Heat demand of buildings' (enact:heatdemand) then scales its model to the totals: that of a group holds for the group and is never one building's figure. A second file of another energy carrier is added to the first; one of the same carrier takes its place.</source>
        <translation>Schreibt die Tabelle 'consumption' (Gemessene Verbräuche): eine Zeile je Lieferung, für eine Adresse, eine Gruppe von Adressen („Musterstr. 1–9“) oder einen Baublock, als Mittel von bis zu drei Jahren in kWh Heizwert, mit Einheit, Bezug des Brennwerts und Klimafaktor wie geliefert. Verbräuche von Einfamilienhäusern dürfen nur für mindestens fünf Hausnummern zusammen erhoben werden (WPG Anlage 1): Zeilen darunter werden abgelehnt, gezählt und nicht gespeichert. Lieferungen oder Teile davon, zu denen es kein Gebäude gibt, stehen in der Tabelle 'consumption_unmatched'. „Wärmebedarf der Gebäude“ (enact:heatdemand) bringt sein Modell dann auf die Summen: Die einer Gruppe gilt für die Gruppe und ist nie der Wert eines Gebäudes. Eine zweite Datei eines anderen Energieträgers kommt zur ersten hinzu; eine desselben tritt an ihre Stelle.</translation>
    </message>
</context>
<context>
    <name>LoadHeaters</name>
    <message>
        <source>Deliveries (table or file)</source>
        <translation>Lieferungen (Tabelle oder Datei)</translation>
    </message>
    <message>
        <source>Load heaters</source>
        <translation>Feuerstätten laden</translation>
    </message>
    <message>
        <source>Loads the heaters that chimney sweeps deliver by address, group of addresses, or block.</source>
        <translation>Lädt die Feuerstätten, die Schornsteinfeger je Adresse, Gruppe von Adressen oder Baublock liefern.</translation>
    </message>
    <message>
        <source>One row per heater, or per kind of heater with their number.</source>
        <translation>Eine Zeile je Feuerstätte, oder je Art mit ihrer Anzahl.</translation>
    </message>
    <message>
        <source>Writes the table 'heaters': kind, energy carrier, rated heat output and year of the heaters of an address, a group of addresses ('Musterstr. 1–5') or a block. Heaters of single-family houses may be collected only for at least three house numbers together (WPG, annex 1): rows below are refused, counted, and not stored. Deliveries or parts of them that match no building are listed in the table 'heaters_unmatched'. 'Heat demand of buildings' (enact:heatdemand) then takes the carriers of these buildings from the mix of their group by rated output instead of from the census; 'Heat density' counts the heaters by block.</source>
        <translation>Schreibt die Tabelle „heaters“: Art, Energieträger, Nennwärmeleistung und Baujahr der Feuerstätten einer Adresse, einer Gruppe von Adressen („Musterstr. 1–5“) oder eines Baublocks. Feuerstätten von Einfamilienhäusern dürfen nur für mindestens drei Hausnummern zusammen erhoben werden (WPG, Anlage 1): Zeilen darunter werden abgewiesen, gezählt und nicht gespeichert. Lieferungen oder Teile davon, zu denen es kein Gebäude gibt, stehen in der Tabelle „heaters_unmatched“. „Wärmebedarf der Gebäude“ (enact:heatdemand) nimmt die Energieträger dieser Gebäude dann aus dem Mix ihrer Gruppe nach Nennwärmeleistung statt aus dem Zensus; „Wärmedichte“ zählt die Wärmeerzeuger je Baublock.</translation>
    </message>
</context>
<context>
    <name>LoadLayer</name>
    <message>
        <source>Kind of layer</source>
        <translation>Art der Ebene</translation>
    </message>
    <message>
        <source>Layer, table or file</source>
        <translation>Layer, Tabelle oder Datei</translation>
    </message>
    <message>
        <source>Load layer by kind</source>
        <translation>Ebene nach Art laden</translation>
    </message>
    <message>
        <source>Loads a layer, service or table as boundary, districts, streets, supply areas and so on.</source>
        <translation>Lädt Layer, Dienst oder Tabelle als Gemeindegrenze, Ortsteile, Straßen, Versorgungsgebiete und so weiter.</translation>
    </message>
    <message>
        <source>What the layer is; the user guide (menu EnAct, Help) describes the kinds.</source>
        <translation>Was der Layer zeigt; das Anwenderhandbuch (Menü EnAct, Hilfe) beschreibt die Arten.</translation>
    </message>
    <message>
        <source>Whatever QGIS can open, in any CRS. Left empty, the services are asked.</source>
        <translation>Alles, was QGIS öffnen kann, in beliebigem Koordinatensystem. Leer: Die Dienste werden gefragt.</translation>
    </message>
    <message>
        <source>Writes a layer of the workspace from any vector layer, file, service or table that QGIS can open. The kind says what it is. Source fields are proposed by name and type; a mapping given once is remembered for sources of the same form. Geometry is repaired, everything outside the municipality left out and counted. Without a layer or file the services that are known for the municipality are asked.</source>
        <translation>Schreibt eine Ebene des Arbeitsbereichs aus einem beliebigen Vektorlayer, einer Datei, einem Dienst oder einer Tabelle, die QGIS öffnen kann. Die Art sagt, worum es sich handelt. Felder der Quelle werden nach Name und Typ vorgeschlagen; eine einmal angegebene Zuordnung wird für gleichartige Quellen gemerkt. Geometrien werden repariert; was außerhalb der Gemeinde liegt, bleibt weg und wird gezählt. Ohne Layer oder Datei werden die Dienste gefragt, die für die Gemeinde bekannt sind.</translation>
    </message>
</context>
<context>
    <name>LoadMunicipality</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Gemeindegrenze</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>CSV of the extended unit overview, saved answers of the JSON endpoint (file or folder), the zip of the complete data export or its address, or tables of open-mastr. The word online: the register's public interface is asked now.</source>
        <translation>CSV der erweiterten Einheitenübersicht, gespeicherte Antworten der JSON-Schnittstelle (Datei oder Ordner), das Zip des Gesamtdatenexports oder dessen Adresse oder Tabellen von open-mastr. Das Wort online: Die öffentliche Schnittstelle des Registers wird jetzt gefragt.</translation>
    </message>
    <message>
        <source>Census grid</source>
        <translation>Zensusgitter</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Ortsteile</translation>
    </message>
    <message>
        <source>Layers of the heat plan and others</source>
        <translation>Ebenen des Wärmeplans und andere</translation>
    </message>
    <message>
        <source>Lines of the streets.</source>
        <translation>Linien der Straßen.</translation>
    </message>
    <message>
        <source>LoD2 surfaces, ALKIS outlines, OpenStreetMap or any polygons.</source>
        <translation>LoD2-Flächen, ALKIS-Hausumringe, OpenStreetMap oder beliebige Flächen.</translation>
    </message>
    <message>
        <source>Load what is missing from the services</source>
        <translation>Fehlendes aus den Diensten laden</translation>
    </message>
    <message>
        <source>Loads all data sets of a municipality and puts them on the map in one project.</source>
        <translation>Lädt alle Datensätze einer Gemeinde und bringt sie in einem Projekt auf die Karte.</translation>
    </message>
    <message>
        <source>Open municipality</source>
        <translation>Gemeinde öffnen</translation>
    </message>
    <message>
        <source>Points of the official addresses.</source>
        <translation>Punkte der amtlichen Adressen.</translation>
    </message>
    <message>
        <source>Polygons of Ortsteile, Stadtteile or Gemarkungen.</source>
        <translation>Flächen der Ortsteile, Stadtteile oder Gemarkungen.</translation>
    </message>
    <message>
        <source>Register of plants (file)</source>
        <translation>Anlagenregister (Datei)</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>Straßen</translation>
    </message>
    <message>
        <source>The main job: register of energy plants, buildings, streets, districts, addresses, census grid and layers of the heat plan for one municipality, each checked, counted and written into one GeoPackage, and a QGIS project with preset styles. What is not given is skipped and said so, or asked from the services that are known for the municipality; a data set that cannot be had is named with the reason while the others go on.</source>
        <translation>Die Hauptaufgabe: Anlagenregister, Gebäude, Straßen, Ortsteile, Adressen, Zensusgitter und Ebenen des Wärmeplans einer Gemeinde, jeweils geprüft, gezählt und in ein GeoPackage geschrieben, dazu ein QGIS-Projekt mit vorbereiteten Darstellungen. Was nicht angegeben ist, wird übersprungen und genannt oder von den Diensten geholt, die für die Gemeinde bekannt sind; ein Datensatz, der nicht zu bekommen ist, wird mit dem Grund genannt, während die anderen weiterlaufen.</translation>
    </message>
    <message>
        <source>The municipality's polygon, or a layer of many; without it the outline of the districts.</source>
        <translation>Die Fläche der Gemeinde oder ein Layer mit vielen Gemeinden; ohne Angabe der Umriss der Ortsteile.</translation>
    </message>
    <message>
        <source>What is given below is read from there; everything else that services are known for is asked from them: boundary, districts, buildings, parcels, land use, addresses, streets, rail and water, register, census, protected areas and the published heat plan. Layers of the workspace that came from files stay.</source>
        <translation>Was unten angegeben ist, wird von dort gelesen; alles Übrige, wofür Dienste bekannt sind, wird dort gefragt: Grenze, Ortsteile, Gebäude, Flurstücke, Flächennutzung, Adressen, Straßen, Bahn und Gewässer, Register, Zensus, Schutzgebiete und der veröffentlichte Wärmeplan. Ebenen des Arbeitsbereichs, die aus Dateien stammen, bleiben.</translation>
    </message>
    <message>
        <source>Zip or csv files of the 100 m grid.</source>
        <translation>Zip- oder CSV-Dateien des 100-m-Gitters.</translation>
    </message>
    <message>
        <source>kind=file, several with a semicolon between, for instance supply_areas=gebiete.gpkg;heat_networks=netz.shp. The kinds are those of 'Load layer by kind'. Or as JSON, where each may also say mapping, licence, attribution and state_date.</source>
        <translation>Art=Datei, mehrere mit Semikolon getrennt, zum Beispiel supply_areas=gebiete.gpkg;heat_networks=netz.shp. Die Arten sind die von „Ebene nach Art laden“. Oder als JSON; dort kann jede auch mapping, licence, attribution und state_date nennen.</translation>
    </message>
</context>
<context>
    <name>LoadPlants</name>
    <message>
        <source>Address of the register (online, bulk)</source>
        <translation>Adresse des Registers (online, bulk)</translation>
    </message>
    <message>
        <source>Address of the register for gas (online)</source>
        <translation>Adresse des Registers für Gas (online)</translation>
    </message>
    <message>
        <source>By the file's content; without a file, online</source>
        <translation>Aus der Datei erkennen; ohne Datei online</translation>
    </message>
    <message>
        <source>Complete data export (zip)</source>
        <translation>Gesamtdatenexport (Zip)</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Ortsteile</translation>
    </message>
    <message>
        <source>Extended unit overview (csv)</source>
        <translation>Erweiterte Einheitenübersicht (CSV)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder for what is fetched</source>
        <translation>Ordner für Abgerufenes</translation>
    </message>
    <message>
        <source>Folder of saved pages or tables (json, open_mastr), or with the zip (bulk)</source>
        <translation>Ordner mit gespeicherten Seiten oder Tabellen (json, open_mastr) oder mit dem Zip (bulk)</translation>
    </message>
    <message>
        <source>For files, which do not tell their day: the day of the download, not before their newest entry. Left empty: the day of the newest entry. The complete export and the interface tell theirs.</source>
        <translation>Für Dateien, die ihren Tag nicht nennen: der Tag des Herunterladens, nicht vor ihrem neuesten Eintrag. Leer: der Tag des neuesten Eintrags. Gesamtdatenexport und Schnittstelle nennen ihren selbst.</translation>
    </message>
    <message>
        <source>Form of the register data</source>
        <translation>Form der Registerdaten</translation>
    </message>
    <message>
        <source>Instead of one file: a folder with all pages of the answer, with all tables, or with the zip of the complete data export.</source>
        <translation>Statt einer Datei: ein Ordner mit allen Seiten der Antwort, mit allen Tabellen oder mit dem Zip des Gesamtdatenexports.</translation>
    </message>
    <message>
        <source>Left empty: the public interface, or for bulk the register's download page, as in resources/presets/register.json.</source>
        <translation>Leer: die öffentliche Schnittstelle, bei bulk die Download-Seite des Registers, wie in resources/presets/register.json angegeben.</translation>
    </message>
    <message>
        <source>Left empty: the public interface; none where another address is given for the plants.</source>
        <translation>Leer: die öffentliche Schnittstelle; keine, wenn für die Anlagen eine andere Adresse angegeben ist.</translation>
    </message>
    <message>
        <source>Load plants (Marktstammdatenregister)</source>
        <translation>Energieanlagen laden (Marktstammdatenregister)</translation>
    </message>
    <message>
        <source>Loads the units of the register of energy plants for one municipality.</source>
        <translation>Lädt die Einheiten des Marktstammdatenregisters für eine Gemeinde.</translation>
    </message>
    <message>
        <source>Off, a file that lacks many units of earlier states is taken for an excerpt, and none of them for deleted. On, what it lacks is gone from the register. The complete export and the interface are whole by themselves.</source>
        <translation>Aus: Eine Datei, in der viele Einheiten früherer Stände fehlen, gilt als Auszug, und keine davon als gelöscht. Ein: Was fehlt, ist nicht mehr im Register. Gesamtdatenexport und Schnittstelle sind von sich aus vollständig.</translation>
    </message>
    <message>
        <source>Off, a file that lacks more than half of the plants in the workspace is refused. On, the layer then shows only what the file holds; the history keeps all others, and sums count as incomplete.</source>
        <translation>Aus: Eine Datei, der mehr als die Hälfte der Anlagen im Arbeitsbereich fehlt, wird abgelehnt. Ein: Die Ebene zeigt dann nur, was die Datei enthält; der Verlauf behält alle anderen, und Summen gelten nicht als vollständig.</translation>
    </message>
    <message>
        <source>Online from the register, now</source>
        <translation>Online beim Register, jetzt</translation>
    </message>
    <message>
        <source>Polygons for the sums per district; without them the districts in the workspace.</source>
        <translation>Flächen für die Summen je Ortsteil; ohne Angabe die Ortsteile im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Reads the units of one municipality from the Marktstammdatenregister, online or from a file, and writes the layers 'plants' (one row per unit), 'plants_by_area' (sums per municipality, postcode and district), 'plant_findings' (what is conspicuous), 'plants_history' (what changed since the last load) and, where the way delivers them, 'gas_plants'. Units of up to 30 kW have no published place: they stay rows without a point and are counted, never drawn at an invented place. Implausible values are marked, not deleted; what a planner accepted or corrected stays so.</source>
        <translation>Liest die Einheiten einer Gemeinde aus dem Marktstammdatenregister, online oder aus einer Datei, und schreibt die Layer „plants“ (eine Zeile je Einheit), „plants_by_area“ (Summen je Gemeinde, Postleitzahl und Ortsteil), „plant_findings“ (Auffälligkeiten), „plants_history“ (was sich seit dem letzten Laden geändert hat) und, wo der Weg sie liefert, „gas_plants“. Einheiten bis 30 kW haben keinen veröffentlichten Ort: Sie bleiben Zeilen ohne Punkt und werden gezählt, nie an einem erfundenen Ort gezeichnet. Unplausible Werte werden markiert, nicht gelöscht; was die Planung geprüft oder berichtigt hat, bleibt so.</translation>
    </message>
    <message>
        <source>Saved answers of the register (json)</source>
        <translation>Gespeicherte Antworten des Registers (JSON)</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>Tables of open-mastr (csv)</source>
        <translation>Tabellen von open-mastr (CSV)</translation>
    </message>
    <message>
        <source>The downloaded file, or the address (https://…) of the complete data export. Left empty, the register is asked online.</source>
        <translation>Die heruntergeladene Datei oder die Adresse (https://…) des Gesamtdatenexports. Leer: Das Register wird online gefragt.</translation>
    </message>
    <message>
        <source>The file holds all units of the municipality</source>
        <translation>Die Datei enthält alle Einheiten der Gemeinde</translation>
    </message>
    <message>
        <source>The file is only an excerpt: replace the plants all the same</source>
        <translation>Die Datei ist nur ein Auszug: Anlagen trotzdem ersetzen</translation>
    </message>
    <message>
        <source>The last good answer of the interface and the pieces fetched of the two complete exports used last stay here: none is fetched twice, and they are taken, with their date told, when the register cannot be asked. Left empty: the cache of this user on this computer.</source>
        <translation>Die letzte vollständige Antwort der Schnittstelle und die abgerufenen Teile der beiden zuletzt verwendeten Gesamtdatenexporte bleiben hier: Nichts wird zweimal abgerufen, und antwortet das Register nicht, werden sie genommen und ihr Datum gesagt. Leer: der Zwischenspeicher dieses Benutzers auf diesem Rechner.</translation>
    </message>
    <message>
        <source>auto: the file tells by its content; without a file, online. online: the register's public interface, asked now. csv: download of the extended unit overview (Erweiterte Einheitenübersicht). json: saved answers of the interface, one file or a folder of pages. open_mastr: tables of the program open-mastr, one file or a folder. bulk: the complete data export (Gesamtdatenexport), the zip on this computer or its address; without either the newest one, of which only the pieces needed are fetched.</source>
        <translation>auto: Die Datei verrät durch ihren Inhalt, was sie ist; ohne Datei online. online: die öffentliche Schnittstelle des Registers, jetzt abgefragt. csv: Download der erweiterten Einheitenübersicht. json: gespeicherte Antworten der Schnittstelle, eine Datei oder ein Ordner mit Seiten. open_mastr: Tabellen des Programms open-mastr, eine Datei oder ein Ordner. bulk: der Gesamtdatenexport, als Zip-Datei auf diesem Rechner oder als Adresse; ohne beides der neueste, von dem nur die nötigen Teile abgerufen werden.</translation>
    </message>
</context>
<context>
    <name>MappingWrapper</name>
    <message>
        <source>Assign the fields of the source, and say where it comes from</source>
        <translation>Felder der Quelle zuordnen und ihre Herkunft angeben</translation>
    </message>
    <message>
        <source>EnAct – Fields and origin</source>
        <translation>EnAct – Felder und Herkunft</translation>
    </message>
    <message>
        <source>remembered or proposed</source>
        <translation>gemerkt oder vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>NetworkCost</name>
    <message>
        <source>As given to the proposal; empty: the only one there is.</source>
        <translation>Wie beim Vorschlag angegeben; leer: die einzige vorhandene.</translation>
    </message>
    <message>
        <source>By how much each uncertain figure moves the cost; empty: none.</source>
        <translation>Wie stark jede unsichere Größe die Kosten bewegt; leer: keines.</translation>
    </message>
    <message>
        <source>Cost of heat from a network</source>
        <translation>Kosten der Wärme aus einem Netz</translation>
    </message>
    <message>
        <source>Levelised cost of heat of a sized network, beside heaters in each building, with its range.</source>
        <translation>Wärmegestehungskosten eines ausgelegten Netzes neben eigenen Heizungen, mit Spanne.</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>Picture of the sensitivity</source>
        <translation>Bild der Sensitivität</translation>
    </message>
    <message>
        <source>The renewable share of gas and oil boilers follows from it; empty: next year.</source>
        <translation>Daraus folgt der Anteil erneuerbarer Brennstoffe in Gas- und Ölheizungen; leer: nächstes Jahr.</translation>
    </message>
    <message>
        <source>Writes the tables 'network_heat_cost', 'network_cost_parts' and 'network_sensitivity' and the layer 'network_comparison' for a variant; other variants stay. Annuities after VDI 2067 with replacements and residual values: pipes by diameter, transfer stations, plants, subsidy, upkeep, energy, CO₂, pump and operation, over the heat sold. The plants are those of 'enact:networksupply'; without it the heat is bought at the figure of network_costs, and this is told. Beside it stands the cheapest heater of each building: heat pump, pellets, gas or oil with the price of CO₂ and the rising renewable share that the law asks of boilers installed now. How the cost changes when fewer connect, interest or prices rise is shown figure by figure, and as a range of 10,000 draws with a fixed seed. Prices are without value added tax. Assumptions are marked so; all tables can be replaced by your own.</source>
        <translation>Schreibt die Tabellen 'network_heat_cost', 'network_cost_parts' und 'network_sensitivity' und die Ebene 'network_comparison' für eine Variante; andere Varianten bleiben. Annuitäten nach VDI 2067 mit Ersatz und Restwerten: Leitungen nach Nennweite, Hausstationen, Erzeuger, Förderung, Instandhaltung, Energie, CO₂, Pumpe und Betrieb, bezogen auf die verkaufte Wärme. Die Erzeuger sind die von 'enact:networksupply'; ohne sie wird die Wärme zum Wert in network_costs bezogen und darauf hingewiesen. Daneben steht die günstigste eigene Heizung jedes Gebäudes: Wärmepumpe, Pellets, Gas oder Öl mit CO₂-Preis und dem steigenden Anteil erneuerbarer Brennstoffe, den das Recht von jetzt eingebauten Heizungen verlangt. Wie sich die Kosten ändern, wenn weniger anschließen, Zins oder Preise steigen, steht Größe für Größe da und als Spanne aus 10.000 Ziehungen mit festem Startwert. Preise ohne Umsatzsteuer. Annahmen sind gekennzeichnet; alle Tabellen lassen sich durch eigene ersetzen.</translation>
    </message>
    <message>
        <source>Year in which single heaters would be installed</source>
        <translation>Jahr, in dem eigene Heizungen eingebaut würden</translation>
    </message>
</context>
<context>
    <name>NetworkFigures</name>
    <message>
        <source>Own figures of networks</source>
        <translation>Eigene Zahlen für Wärmenetze</translation>
    </message>
    <message>
        <source>Spreadsheet with the tables this run used, to edit and to give to the next; empty: none.</source>
        <translation>Tabelle mit den Zahlen dieses Laufs, zum Ändern und für den nächsten; leer: keine.</translation>
    </message>
    <message>
        <source>The spreadsheet that the parameter below writes, with your costs, pipes, plants, prices, heaters and uncertainties; a sheet that is missing in it is EnAct's.</source>
        <translation>Die Tabelle, die der Parameter darunter schreibt, mit Ihren Kosten, Leitungen, Erzeugern, Preisen, Heizungen und Spannen; ein fehlendes Blatt ist das von EnAct.</translation>
    </message>
    <message>
        <source>Write the figures of networks</source>
        <translation>Zahlen für Wärmenetze schreiben</translation>
    </message>
</context>
<context>
    <name>NetworkProject</name>
    <message>
        <source>A new one, or one that is there and goes on.</source>
        <translation>Ein neuer oder der eines vorhandenen, das weitergeht.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Begin of the stage</source>
        <translation>Beginn der Stufe</translation>
    </message>
    <message>
        <source>Empty: as it stands; of a new project: idea.</source>
        <translation>Leer: wie er ist; bei einem neuen Projekt: Idee.</translation>
    </message>
    <message>
        <source>Empty: today.</source>
        <translation>Leer: heute.</translation>
    </message>
    <message>
        <source>Its indicators are copied; empty: that of the project, if any.</source>
        <translation>Ihre Kennzahlen werden übernommen; leer: die des Projekts, falls es eine hat.</translation>
    </message>
    <message>
        <source>Keeps an area of interest as a project: stage, tasks, dates, indicators of its variant.</source>
        <translation>Führt ein Gebiet als Projekt: Stand, Aufgaben, Termine, Kennzahlen seiner Variante.</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>Name des Projekts</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>Office or company, no person; empty: as it stands.</source>
        <translation>Amt oder Unternehmen, keine Person; leer: wie sie ist.</translation>
    </message>
    <message>
        <source>Polygons of the project; empty: around the customers of the variant.</source>
        <translation>Flächen des Projekts; leer: um die Abnehmer der Variante.</translation>
    </message>
    <message>
        <source>Project for a heat network</source>
        <translation>Projekt für ein Wärmenetz</translation>
    </message>
    <message>
        <source>Responsible office</source>
        <translation>Zuständige Stelle</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Writes the layer 'network_projects' and the table 'network_tasks'. A new project gets an area (given, or around the customers of its variant) and the tasks of all stages with dates one after the other: idea, check of suitability, talks with anchor customers, feasibility study, decision, design, construction, operation, after the practice of the federal funding of heat networks (BEW). With the name of a project that is there, the stage goes on, open tasks of earlier stages are done, and the indicators are copied from the variant as it is now. What was written into the forms stays: office, dates, tasks added or taken away, links, interest in connections. Responsible is an office, never a person.</source>
        <translation>Schreibt die Ebene 'network_projects' und die Tabelle 'network_tasks'. Ein neues Projekt bekommt ein Gebiet (angegeben oder um die Abnehmer seiner Variante) und die Aufgaben aller Stufen mit Terminen nacheinander: Idee, Eignungsprüfung, Gespräche mit Ankerkunden, Machbarkeitsstudie, Entscheidung, Planung, Bau, Betrieb, nach der Praxis der Bundesförderung effiziente Wärmenetze (BEW). Mit dem Namen eines vorhandenen Projekts rückt der Stand weiter, offene Aufgaben früherer Stufen sind erledigt, und die Kennzahlen werden aus der Variante übernommen, wie sie jetzt ist. Was in die Formulare geschrieben wurde, bleibt: Stelle, Termine, ergänzte oder entfernte Aufgaben, Verweise, Anschlussinteresse. Zuständig ist eine Stelle, nie eine Person.</translation>
    </message>
</context>
<context>
    <name>NetworkProjectSheets</name>
    <message>
        <source>Empty: all projects.</source>
        <translation>Leer: alle Projekte.</translation>
    </message>
    <message>
        <source>Fact sheets of heat network projects</source>
        <translation>Steckbriefe der Wärmenetzprojekte</translation>
    </message>
    <message>
        <source>Files of the same name in it are replaced.</source>
        <translation>Gleichnamige Dateien darin werden ersetzt.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>Name des Projekts</translation>
    </message>
    <message>
        <source>One page per project as PDF: map, indicators, schedule, next steps, assumptions.</source>
        <translation>Eine Seite je Projekt als PDF: Karte, Kennzahlen, Zeitplan, nächste Schritte, Annahmen.</translation>
    </message>
    <message>
        <source>Writes into a folder, for each project of 'network_projects', a page in A4 with the map of its variant, the indicators with date and assumptions, the open tasks that come next and the schedule, and the schedule as a picture of its own. The sheet is for work inside the administration: it says nothing of single buildings in words, but its map shows them.</source>
        <translation>Schreibt in einen Ordner je Projekt aus 'network_projects' eine Seite A4 mit der Karte seiner Variante, den Kennzahlen mit Stand und Annahmen, den nächsten offenen Aufgaben und dem Zeitplan, dazu den Zeitplan als Bild. Das Blatt ist für die Arbeit in der Verwaltung: Es sagt in Worten nichts über einzelne Gebäude, aber seine Karte zeigt sie.</translation>
    </message>
</context>
<context>
    <name>NetworkProposal</name>
    <message>
        <source>'Budget' and 'heat line density' need the limit below.</source>
        <translation>„Budget“ und „Wärmeliniendichte“ brauchen die Grenze darunter.</translation>
    </message>
    <message>
        <source>A building with several entrances shares a station, or has one for each; entrances are those of the layer 'addresses'.</source>
        <translation>Ein Gebäude mit mehreren Eingängen teilt sich eine Station oder hat je eine; die Eingänge sind die der Ebene 'addresses'.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Below one: cheaper, for instance where a street is dug up anyway.</source>
        <translation>Unter eins: günstiger, zum Beispiel wo die Straße ohnehin aufgegraben wird.</translation>
    </message>
    <message>
        <source>Buildings that must be connected</source>
        <translation>Gebäude, die angeschlossen werden müssen</translation>
    </message>
    <message>
        <source>Check against the optimum</source>
        <translation>Mit dem Optimum vergleichen</translation>
    </message>
    <message>
        <source>Cost factor of preferred trenches</source>
        <translation>Kostenfaktor bevorzugter Trassen</translation>
    </message>
    <message>
        <source>Cost share of existing pipes</source>
        <translation>Kostenanteil vorhandener Leitungen</translation>
    </message>
    <message>
        <source>Existing pipes</source>
        <translation>Vorhandene Leitungen</translation>
    </message>
    <message>
        <source>Finds the cheapest route of a heat network along streets to the buildings of an area.</source>
        <translation>Findet die günstigste Trasse eines Wärmenetzes durch die Straßen zu den Gebäuden eines Gebiets.</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Verboten</translation>
    </message>
    <message>
        <source>Further routes</source>
        <translation>Weitere Trassen</translation>
    </message>
    <message>
        <source>Heat source on the map</source>
        <translation>Wärmequelle auf der Karte</translation>
    </message>
    <message>
        <source>Investment in pipes for 'up to a budget'; heat per metre of all pipes, service pipes included, for 'down to a heat line density'.</source>
        <translation>Investition in Leitungen bei „bis zu einem Budget“; Wärme je Meter aller Leitungen samt Hausanschlüssen bei „bis zu einer Wärmeliniendichte“.</translation>
    </message>
    <message>
        <source>Kind of network</source>
        <translation>Art des Netzes</translation>
    </message>
    <message>
        <source>Limit (EUR of investment, or kWh/(m·a))</source>
        <translation>Grenze (EUR Investition oder kWh/(m·a))</translation>
    </message>
    <message>
        <source>Lines along which pipes may run besides streets: paths, verges, planned roads.</source>
        <translation>Linien, an denen außer in Straßen Leitungen liegen dürfen: Wege, Grünstreifen, geplante Straßen.</translation>
    </message>
    <message>
        <source>Lines and areas in which a trench costs less, by the factor below.</source>
        <translation>Linien und Flächen, in denen eine Trasse um den Faktor darunter günstiger ist.</translation>
    </message>
    <message>
        <source>Lines and areas that no pipe may cross.</source>
        <translation>Linien und Flächen, die keine Leitung queren darf.</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>One of that name is replaced.</source>
        <translation>Eine Variante dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Pipes that lie there; they cost nothing, or the share below.</source>
        <translation>Leitungen, die schon liegen; sie kosten nichts, oder den Anteil darunter.</translation>
    </message>
    <message>
        <source>Points in, or outlines of, buildings that stay whatever they cost.</source>
        <translation>Punkte in Gebäuden oder Umrisse von Gebäuden, die bleiben, was sie auch kosten.</translation>
    </message>
    <message>
        <source>Polygons whose buildings are customers; of an open layer only what is selected, if wanted. Empty: the heat network areas of the plan or of the proposal, else the whole municipality.</source>
        <translation>Flächen, deren Gebäude Abnehmer sind; von einer offenen Ebene auf Wunsch nur die ausgewählten. Leer: die Wärmenetzgebiete des Plans oder des Vorschlags, sonst die ganze Gemeinde.</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Propose a heat network</source>
        <translation>Wärmenetz vorschlagen</translation>
    </message>
    <message>
        <source>Several sources; the network may have a part at each.</source>
        <translation>Mehrere Quellen; das Netz darf an jeder einen Teil haben.</translation>
    </message>
    <message>
        <source>Temperatures decide what a pipe carries and loses (network_kinds.csv).</source>
        <translation>Die Temperaturen entscheiden, was eine Leitung trägt und verliert (network_kinds.csv).</translation>
    </message>
    <message>
        <source>The search ends earlier when its rounds are done.</source>
        <translation>Die Suche endet früher, wenn ihre Runden durch sind.</translation>
    </message>
    <message>
        <source>Time for the search (s)</source>
        <translation>Zeit für die Suche (s)</translation>
    </message>
    <message>
        <source>To be connected</source>
        <translation>Anzuschließen</translation>
    </message>
    <message>
        <source>Transfer stations</source>
        <translation>Hausstationen</translation>
    </message>
    <message>
        <source>Up to 300 customers and one source: says by how much the network is above the cheapest at most; takes up to the same time again.</source>
        <translation>Bis 300 Abnehmer und bei einer Quelle: sagt, wie weit das Netz höchstens über dem günstigsten liegt; dauert bis zu derselben Zeit noch einmal.</translation>
    </message>
    <message>
        <source>Variant 1</source>
        <translation>Variante 1</translation>
    </message>
    <message>
        <source>What an existing pipe costs of a new one in its place: 0 as it lies, more where it must be enlarged.</source>
        <translation>Was eine vorhandene Leitung von einer neuen an ihrer Stelle kostet: 0, wie sie liegt, mehr, wo sie vergrößert werden muss.</translation>
    </message>
    <message>
        <source>Where the heat comes from; empty: the layer below, else a place amid the heat is proposed.</source>
        <translation>Woher die Wärme kommt; leer: die Ebene darunter, sonst wird eine Stelle in der Mitte des Wärmebedarfs vorgeschlagen.</translation>
    </message>
    <message>
        <source>Writes the layers 'network_routes', 'network_customers', 'network_sources', 'network_components' and the table 'network_proposals'. Several variants stay side by side under their names; the maps show the last one, or those ticked in the table. Pipes run along street sections and routes you give; each building has up to three service pipes to choose from, none through another building, but one of the same property (same parcel, else the same house number) may be passed and is marked. The network grows from the source to the building cheapest to reach, and is then made cheaper step by step; trenches, crossings, what flows and losses are weighed. With 'what pays' a branch stays only if the sale of heat exceeds what heat, stations and the branch cost. Buildings that are not connected are listed with the reason. Without a source, a place on a street amid the heat is proposed and marked so. The figures are those of the tables network_costs.csv, pipe_catalogue.csv, trench_factors.csv, ground_factors.csv and network_crossings.csv; assumptions are marked so. The investment is an estimate of the search: diameters come with the sizing.</source>
        <translation>Schreibt die Ebenen „network_routes“, „network_customers“, „network_sources“, „network_components“ und die Tabelle „network_proposals“. Mehrere Varianten stehen unter ihren Namen nebeneinander; die Karten zeigen die letzte oder die in der Tabelle angehakten. Leitungen liegen in Straßenabschnitten und auf Trassen, die Sie angeben; für jedes Gebäude stehen bis zu drei Hausanschlüsse zur Wahl, keiner durch ein anderes Gebäude; eines desselben Grundstücks (gleiches Flurstück, sonst gleiche Hausnummer) darf durchquert werden und ist markiert. Das Netz wächst von der Quelle zum jeweils am günstigsten erreichbaren Gebäude und wird dann Schritt für Schritt günstiger gemacht; Trassen, Querungen, Durchfluss und Verluste werden abgewogen. Bei „was sich rechnet“ bleibt ein Ast nur, wenn der Wärmeverkauf mehr bringt, als Wärme, Stationen und der Ast kosten. Gebäude ohne Anschluss stehen mit dem Grund in der Ebene. Ohne Quelle wird eine Stelle an einer Straße in der Mitte des Wärmebedarfs vorgeschlagen und so gekennzeichnet. Die Werte stehen in den Tabellen network_costs.csv, pipe_catalogue.csv, trench_factors.csv, ground_factors.csv und network_crossings.csv; Annahmen sind als solche gekennzeichnet. Die Investition ist eine Schätzung der Suche: Durchmesser bringt erst die Auslegung.</translation>
    </message>
    <message>
        <source>or: heat sources (points)</source>
        <translation>oder: Wärmequellen (Punkte)</translation>
    </message>
</context>
<context>
    <name>NetworkSizing</name>
    <message>
        <source>As given to the proposal; empty: the only one there is.</source>
        <translation>Wie beim Vorschlag angegeben; leer: die einzige vorhandene.</translation>
    </message>
    <message>
        <source>Diameters, pressure, pump power and heat losses of a proposed network.</source>
        <translation>Nennweiten, Druck, Pumpenleistung und Wärmeverluste eines vorgeschlagenen Netzes.</translation>
    </message>
    <message>
        <source>How much of the single peaks occurs at once; one for a single customer.</source>
        <translation>Welcher Teil der einzelnen Spitzen zugleich auftritt; eins bei einem einzigen Abnehmer.</translation>
    </message>
    <message>
        <source>In every pipe; empty: that of network_rules.csv.</source>
        <translation>In jeder Leitung; leer: der Wert aus network_rules.csv.</translation>
    </message>
    <message>
        <source>Largest pressure gradient (Pa/m)</source>
        <translation>Größtes Druckgefälle (Pa/m)</translation>
    </message>
    <message>
        <source>Largest velocity (m/s)</source>
        <translation>Größte Geschwindigkeit (m/s)</translation>
    </message>
    <message>
        <source>Mean of the year in the depth of the pipes; empty: that of network_rules.csv.</source>
        <translation>Jahresmittel in der Tiefe der Leitungen; leer: der Wert aus network_rules.csv.</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>Per metre of one pipe; empty: that of network_rules.csv.</source>
        <translation>Je Meter einer Leitung; leer: der Wert aus network_rules.csv.</translation>
    </message>
    <message>
        <source>Simultaneity</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>Size a heat network</source>
        <translation>Wärmenetz auslegen</translation>
    </message>
    <message>
        <source>Temperature of the ground (°C)</source>
        <translation>Temperatur des Erdreichs (°C)</translation>
    </message>
    <message>
        <source>Writes the layer 'network_pipes' and the table 'network_sizing' for a variant of 'enact:networkproposal'; other variants stay. Each pipe carries the sum of the single peaks behind it times their simultaneity, but never less than the largest single peak, and gets the smallest diameter of pipe_catalogue.csv within the limits of pressure and velocity. The pressure lost is that of supply and return (Darcy-Weisbach, Colebrook); the path with the largest loss is marked. Heat losses are those of insulation and ground with the mean temperatures of the year. The investment is that of the diameters with the factors and crossings of the proposal. Sizing is a first design: bends, fittings, heights and pressure zones are not looked at.</source>
        <translation>Schreibt die Ebene „network_pipes“ und die Tabelle „network_sizing“ für eine Variante von „enact:networkproposal“; andere Varianten bleiben. Jede Leitung trägt die Summe der einzelnen Spitzen hinter ihr mal deren Gleichzeitigkeit, nie aber weniger als die größte einzelne Spitze, und bekommt die kleinste Nennweite aus pipe_catalogue.csv innerhalb der Grenzen für Druck und Geschwindigkeit. Der Druckverlust ist der von Vor- und Rücklauf (Darcy-Weisbach, Colebrook); der Weg mit dem größten Verlust ist markiert. Wärmeverluste ergeben sich aus Dämmung und Erdreich bei den mittleren Temperaturen des Jahres. Die Investition ist die der Nennweiten mit den Faktoren und Querungen des Vorschlags. Die Auslegung ist eine erste: Bögen, Armaturen, Höhen und Druckzonen sind nicht betrachtet.</translation>
    </message>
</context>
<context>
    <name>NetworkSupply</name>
    <message>
        <source>Air heat pump (kW)</source>
        <translation>Luftwärmepumpe (kW)</translation>
    </message>
    <message>
        <source>Annual load duration curve with the plants; empty: none.</source>
        <translation>Geordnete Jahresdauerlinie mit den Erzeugern; leer: keines.</translation>
    </message>
    <message>
        <source>As given to the proposal; empty: the only one there is.</source>
        <translation>Wie beim Vorschlag angegeben; leer: die einzige vorhandene.</translation>
    </message>
    <message>
        <source>Below the flow of the network a heat pump lifts it; needed with waste heat.</source>
        <translation>Liegt sie unter dem Vorlauf des Netzes, hebt eine Wärmepumpe sie an; mit Abwärme nötig.</translation>
    </message>
    <message>
        <source>Biomass boiler (kW)</source>
        <translation>Biomassekessel (kW)</translation>
    </message>
    <message>
        <source>CHP, biomethane (kW of heat)</source>
        <translation>Blockheizkraftwerk, Biomethan (kW Wärme)</translation>
    </message>
    <message>
        <source>CHP, natural gas (kW of heat)</source>
        <translation>Blockheizkraftwerk, Erdgas (kW Wärme)</translation>
    </message>
    <message>
        <source>Covers what the others cannot.</source>
        <translation>Deckt, was die anderen nicht können.</translation>
    </message>
    <message>
        <source>Emission factors</source>
        <translation>Emissionsfaktoren</translation>
    </message>
    <message>
        <source>Emission factors and legal shares are those of this year.</source>
        <translation>Emissionsfaktoren und gesetzliche Anteile gelten für dieses Jahr.</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>Leer: keine.</translation>
    </message>
    <message>
        <source>Empty: what the others lack of the peak on the coldest day, with a reserve; 0: none.</source>
        <translation>Leer: was den anderen am kältesten Tag zur Spitze fehlt, mit Reserve; 0: keiner.</translation>
    </message>
    <message>
        <source>For instance 1-4, 10-12; empty: all the year.</source>
        <translation>Zum Beispiel 1-4, 10-12; leer: das ganze Jahr.</translation>
    </message>
    <message>
        <source>Ground heat pump (kW)</source>
        <translation>Erdwärmepumpe (kW)</translation>
    </message>
    <message>
        <source>Heat in kW that flows without a heat pump; of use in a cold network only. Empty: none.</source>
        <translation>Wärmeleistung in kW, die ohne Wärmepumpe fließt; nur in einem kalten Netz von Nutzen. Leer: keine.</translation>
    </message>
    <message>
        <source>Heat in kW; empty: none.</source>
        <translation>Wärmeleistung in kW; leer: keine.</translation>
    </message>
    <message>
        <source>Heat in kW; stands still when the river is too cold. Empty: none.</source>
        <translation>Wärmeleistung in kW; steht still, wenn der Fluss zu kalt ist. Leer: keine.</translation>
    </message>
    <message>
        <source>Heat store (m³)</source>
        <translation>Wärmespeicher (m³)</translation>
    </message>
    <message>
        <source>Merit order</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Months with waste heat</source>
        <translation>Monate mit Abwärme</translation>
    </message>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>One set for all plants.</source>
        <translation>Ein Satz für alle Erzeuger.</translation>
    </message>
    <message>
        <source>Peak boiler</source>
        <translation>Spitzenkessel</translation>
    </message>
    <message>
        <source>Picture of the load</source>
        <translation>Bild der Last</translation>
    </message>
    <message>
        <source>Power of the peak boiler (kW)</source>
        <translation>Leistung des Spitzenkessels (kW)</translation>
    </message>
    <message>
        <source>Probe field for a cold network (kW)</source>
        <translation>Erdsondenfeld für ein kaltes Netz (kW)</translation>
    </message>
    <message>
        <source>Reference year (TRY) or hourly station series of the DWD, or a table with one column of 8760 hourly temperatures; empty: a set year for Saxony.</source>
        <translation>Testreferenzjahr (TRY) oder stündliche Stationsreihe des DWD oder eine Tabelle mit einer Spalte aus 8760 Stundenwerten; leer: ein gesetztes Jahr für Sachsen.</translation>
    </message>
    <message>
        <source>River heat pump (kW)</source>
        <translation>Flusswärmepumpe (kW)</translation>
    </message>
    <message>
        <source>Runs the plants of a network through a year, hour by hour: shares, fuel, emissions, the law.</source>
        <translation>Fährt die Erzeuger eines Netzes Stunde für Stunde durch ein Jahr: Anteile, Brennstoff, Emissionen, Recht.</translation>
    </message>
    <message>
        <source>Solar thermal (m² of collectors)</source>
        <translation>Solarthermie (m² Kollektoren)</translation>
    </message>
    <message>
        <source>Supply of a heat network</source>
        <translation>Erzeugung für ein Wärmenetz</translation>
    </message>
    <message>
        <source>Temperature of the waste heat (°C)</source>
        <translation>Temperatur der Abwärme (°C)</translation>
    </message>
    <message>
        <source>Temperatures of a year</source>
        <translation>Temperaturen eines Jahres</translation>
    </message>
    <message>
        <source>Volume of water; empty: none.</source>
        <translation>Wasservolumen; leer: keiner.</translation>
    </message>
    <message>
        <source>Waste heat (kW)</source>
        <translation>Abwärme (kW)</translation>
    </message>
    <message>
        <source>Which plant runs first.</source>
        <translation>Welcher Erzeuger zuerst läuft.</translation>
    </message>
    <message>
        <source>Writes the tables 'network_supply', 'network_supply_months' and 'network_supply_totals' for a variant that was sized; other variants stay. The load of the customers follows the standard load profiles of BDEW, VKU and GEODE for the temperatures of a year, with the losses of the pipes. Plants meet it hour by hour in merit order, with a store; heat pumps by the temperatures of source and network. Without any plant, the smallest air heat pump that meets the share the law asks of new networks and a gas boiler are proposed and marked so. Without a file of temperatures a set year for Saxony is taken. Shares of renewable energy and waste heat are compared with WPG §§ 29 to 31. Figures are those of supply_plants, energy_prices and network_costs; assumptions are marked so.</source>
        <translation>Schreibt die Tabellen 'network_supply', 'network_supply_months' und 'network_supply_totals' für eine ausgelegte Variante; andere Varianten bleiben. Die Last der Abnehmer folgt den Standardlastprofilen von BDEW, VKU und GEODE bei den Temperaturen eines Jahres, dazu die Verluste der Leitungen. Die Erzeuger decken sie Stunde für Stunde nach Rangfolge, mit Speicher; Wärmepumpen nach den Temperaturen von Quelle und Netz. Ohne Angaben werden die kleinste Luftwärmepumpe, die den gesetzlichen Anteil neuer Netze erreicht, und ein Gaskessel vorgeschlagen und so gekennzeichnet. Ohne Datei mit Temperaturen gilt ein gesetztes Jahr für Sachsen. Die Anteile erneuerbarer Wärme und Abwärme werden mit WPG §§ 29 bis 31 verglichen. Die Zahlen stehen in supply_plants, energy_prices und network_costs; Annahmen sind gekennzeichnet.</translation>
    </message>
    <message>
        <source>Year of supply</source>
        <translation>Jahr der Erzeugung</translation>
    </message>
</context>
<context>
    <name>NetworkVariants</name>
    <message>
        <source>Compare variants of a heat network</source>
        <translation>Varianten eines Wärmenetzes vergleichen</translation>
    </message>
    <message>
        <source>Puts all variants of heat networks side by side: in a table and on the map.</source>
        <translation>Stellt alle Varianten von Wärmenetzen nebeneinander: als Tabelle und auf der Karte.</translation>
    </message>
    <message>
        <source>Spreadsheet to write; empty: only the layers in the workspace.</source>
        <translation>Zu schreibende Tabelle; leer: nur die Ebenen im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Writes the table 'network_variants' with one row per variant: customers, heat, lengths, losses, renewable share, emissions, investment and cost of heat, as far as the steps were done for it; and the layer 'network_overlap' that shows which variants use each piece of route. On request a spreadsheet with the variants as columns, to hand to the council.</source>
        <translation>Schreibt die Tabelle 'network_variants' mit einer Zeile je Variante: Abnehmer, Wärme, Längen, Verluste, erneuerbarer Anteil, Emissionen, Investition und Wärmegestehungskosten, soweit die Schritte dafür ausgeführt sind; und die Ebene 'network_overlap', die zeigt, welche Varianten ein Trassenstück nutzen. Auf Wunsch eine Tabelle mit den Varianten als Spalten, etwa für den Rat.</translation>
    </message>
</context>
<context>
    <name>OpenMunicipalityDialog</name>
    <message>
        <source>&amp;Open municipality</source>
        <translation>Ge&amp;meinde öffnen</translation>
    </message>
    <message>
        <source>Add &amp;further layer</source>
        <translation>&amp;Weitere Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <source>EnAct – Open municipality</source>
        <translation>EnAct – Gemeinde öffnen</translation>
    </message>
    <message>
        <source>EnAct – what was loaded</source>
        <translation>EnAct – was geladen wurde</translation>
    </message>
    <message>
        <source>EnAct: loading {name}</source>
        <translation>EnAct: {name} wird geladen</translation>
    </message>
    <message>
        <source>Give a file or a layer of the open project; what you do not have comes from the services.</source>
        <translation>Je Datensatz eine Datei oder ein Layer des geöffneten Projekts; was fehlt, kommt aus den Diensten.</translation>
    </message>
    <message>
        <source>Give a file or a layer of the open project; what you do not have stays empty and is skipped.</source>
        <translation>Je Datensatz eine Datei oder ein Layer des geöffneten Projekts; was fehlt, bleibt leer und wird übersprungen.</translation>
    </message>
    <message>
        <source>Help for the selected field</source>
        <translation>Hilfe zum gewählten Feld</translation>
    </message>
    <message>
        <source>Loading failed; the details say why.</source>
        <translation>Das Laden ist fehlgeschlagen; die Einzelheiten nennen den Grund.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>exists: the data sets chosen below are replaced, all others stay</source>
        <translation>vorhanden: Die unten gewählten Datensätze werden ersetzt, alle anderen bleiben</translation>
    </message>
    <message>
        <source>follows from the municipality</source>
        <translation>ergibt sich aus der Gemeinde</translation>
    </message>
    <message>
        <source>is created</source>
        <translation>wird neu angelegt</translation>
    </message>
    <message>
        <source>name or eight-digit key (AGS)</source>
        <translation>Name oder achtstelliger Gemeindeschlüssel (AGS)</translation>
    </message>
    <message>
        <source>not in the list; the key is used as it is</source>
        <translation>nicht in der Liste; der Schlüssel wird verwendet, wie er ist</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>wird abgebrochen …</translation>
    </message>
    <message>
        <source>{name} is loaded, but not all of it: {reason}</source>
        <translation>{name} ist geladen, aber nicht alles: {reason}</translation>
    </message>
    <message>
        <source>{name} is loaded, but {count} data sets are not.</source>
        <translation>{name} ist geladen; nicht geladene Datensätze: {count}.</translation>
    </message>
    <message>
        <source>{name} is loaded.</source>
        <translation>{name} ist geladen.</translation>
    </message>
</context>
<context>
    <name>OpenProject</name>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>Neu &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Drop the changes of the open project?</source>
        <translation>Änderungen am geöffneten Projekt verwerfen?</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>&amp;Hier bleiben</translation>
    </message>
    <message>
        <source>Save the open project?</source>
        <translation>Geöffnetes Projekt speichern?</translation>
    </message>
    <message>
        <source>The municipality is loaded. The project that is open has been changed; save it before the municipality's project is opened?</source>
        <translation>Die Gemeinde ist geladen. Das geöffnete Projekt wurde geändert. Soll es gespeichert werden, bevor das Projekt der Gemeinde geöffnet wird?</translation>
    </message>
    <message>
        <source>The open project has been changed since it was last saved: view, layers or styles. These changes are lost when it is opened again; layers and their data stay as they are.</source>
        <translation>Das geöffnete Projekt wurde seit dem letzten Speichern geändert: Ausschnitt, Ebenen oder Darstellungen. Diese Änderungen gehen beim neuen Öffnen verloren; Ebenen und ihre Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{name} was assembled anew; what is open is the old one. The new results stand in the map themes.</source>
        <translation>{name} ist neu zusammengestellt; geöffnet ist noch der alte Stand. Die neuen Ergebnisse stehen unter den Kartenthemen.</translation>
    </message>
</context>
<context>
    <name>PlantChanges</name>
    <message>
        <source>Changes of the plants between two dates</source>
        <translation>Änderungen der Anlagen zwischen zwei Daten</translation>
    </message>
    <message>
        <source>Compares the register of energy plants as it was on two dates.</source>
        <translation>Vergleicht das Anlagenregister, wie es an zwei Tagen war.</translation>
    </message>
    <message>
        <source>Each load of the plants is kept in the workspace: 'plants_states' lists the states of the register, 'plants_history' holds what it said of each unit and since when. This algorithm compares two dates and writes the layer 'plant_changes': units that are new, gone, back again, closed, moved or changed, with the values before and after. A unit with several changes stands there once, under the one that says most. For each date the last state loaded on or before it counts; a date before the first is refused, with the dates there are. What planners corrected is no change of the register.</source>
        <translation>Jeder Ladevorgang der Anlagen bleibt im Arbeitsbereich erhalten: „plants_states“ nennt die Stände des Registers, „plants_history“, was es über jede Einheit sagte und seit wann. Dieser Algorithmus vergleicht zwei Tage und schreibt den Layer „plant_changes“: Einheiten, die neu, nicht mehr im Register, wieder im Register, stillgelegt, verlegt oder geändert sind, mit den Werten vorher und nachher. Eine Einheit mit mehreren Änderungen steht einmal darin, unter der aussagekräftigsten. Zu jedem Datum zählt der letzte Stand, der an diesem Tag oder davor geladen war; ein Tag vor dem ersten Stand wird abgelehnt, mit den vorhandenen Ständen. Was die Planung berichtigt hat, ist keine Änderung des Registers.</translation>
    </message>
    <message>
        <source>From date</source>
        <translation>Von Datum</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>Bis Datum</translation>
    </message>
    <message>
        <source>Without it, the last state that was loaded.</source>
        <translation>Ohne Angabe der letzte geladene Stand.</translation>
    </message>
    <message>
        <source>Without it, the state before that of the second date.</source>
        <translation>Ohne Angabe der Stand vor dem des zweiten Datums.</translation>
    </message>
</context>
<context>
    <name>PlantState</name>
    <message>
        <source>A temporary layer or a file; units without a published place are rows without a point.</source>
        <translation>Ein temporärer Layer oder eine Datei; Einheiten ohne veröffentlichte Lage sind Zeilen ohne Punkt.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>From the history of the register that each load of the plants leaves in the workspace: the last state loaded on or before the date, with the columns of 'plants', as registered, without what planners corrected. A date before the first state is refused, with the dates there are. The layer 'plants' of the workspace stays as it is.</source>
        <translation>Aus dem Verlauf des Registers, den jedes Laden der Anlagen im Arbeitsbereich hinterlässt: der letzte Stand an diesem Tag oder davor, mit den Spalten von „plants“, wie registriert, ohne Berichtigungen der Planung. Ein Tag vor dem ersten Stand wird abgelehnt, mit den vorhandenen Ständen. Der Layer „plants“ des Arbeitsbereichs bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Plants as of a date</source>
        <translation>Energieanlagen zu einem Stichtag</translation>
    </message>
    <message>
        <source>Plants as of the date</source>
        <translation>Anlagen zum Stichtag</translation>
    </message>
    <message>
        <source>Without it, the last state that was loaded.</source>
        <translation>Ohne Angabe der letzte geladene Stand.</translation>
    </message>
    <message>
        <source>Writes the plants as the register had them on a past day, as a layer of its own.</source>
        <translation>Schreibt die Anlagen, wie sie an einem vergangenen Tag im Register standen, als eigenen Layer.</translation>
    </message>
</context>
<context>
    <name>PlantStatistics</name>
    <message>
        <source>Date of the inhabitants</source>
        <translation>Stichtag der Einwohnerzahl</translation>
    </message>
    <message>
        <source>Figures of the plants</source>
        <translation>Kennzahlen der Energieanlagen</translation>
    </message>
    <message>
        <source>Forget inhabitants and targets of earlier runs</source>
        <translation>Einwohnerzahl und Ziele früherer Läufe vergessen</translation>
    </message>
    <message>
        <source>Inhabitants of the municipality</source>
        <translation>Einwohner der Gemeinde</translation>
    </message>
    <message>
        <source>Left empty, the number given in an earlier run holds, else that of the layer 'population'; without any, there is no figure per inhabitant.</source>
        <translation>Leer gelassen gilt die Zahl aus einem früheren Lauf, sonst die der Ebene „Einwohner und Wohnungen“ (population); ohne beide gibt es keine Angaben je Einwohner.</translation>
    </message>
    <message>
        <source>Of the number given here; stays unknown when left empty.</source>
        <translation>Stichtag der hier angegebenen Zahl; bleibt unbekannt, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>On, only what is given here holds; else what was given before is kept.</source>
        <translation>Eingeschaltet gilt nur, was hier angegeben ist; sonst bleibt, was früher angegeben wurde.</translation>
    </message>
    <message>
        <source>Sums the plants by area, carrier and status into one table for charts and publications.</source>
        <translation>Summiert die Anlagen je Gebiet, Energieträger und Status in eine Tabelle für Diagramme und Veröffentlichungen.</translation>
    </message>
    <message>
        <source>Table with a column each for energy carrier, year and power in kW, for instance the CSV file with the lines 'Energieträger;Jahr;kW' and 'Photovoltaik;2030;400000'. Carriers by their German name; 'alle' is all generation without storage. The gap is the target less what exists: photovoltaics gross, all else net. Left empty, the targets of an earlier run hold.</source>
        <translation>Tabelle mit je einer Spalte für Energieträger, Jahr und Leistung in kW, zum Beispiel eine CSV-Datei mit den Zeilen „Energieträger;Jahr;kW“ und „Photovoltaik;2030;400000“. Energieträger mit ihrem deutschen Namen; „alle“ ist die ganze Erzeugung ohne Speicher. Die Lücke ist das Ziel minus Bestand: Photovoltaik brutto, alles andere netto. Leer gelassen gelten die Ziele eines früheren Laufs.</translation>
    </message>
    <message>
        <source>Targets for the expansion (table)</source>
        <translation>Ausbauziele (Tabelle)</translation>
    </message>
    <message>
        <source>Writes the table 'plant_statistics': per municipality, postcode area and district, per energy carrier and status units, gross and net power, storage apart from generation, heat of combined heat and power once per plant, classes of power, capacity added, closed and standing by year, what is planned, figures per 1,000 inhabitants and per km², how much of the register the areas hold, and an estimate of the yearly yield. Units without a published place count in their municipality and postcode area, and in a district only where the postcode area lies wholly inside it; the column 'completeness' says so for each row, and 'rankable' whether areas may be compared. Run it again when the plants were loaded anew.</source>
        <translation>Schreibt die Tabelle „Kennzahlen der Energieanlagen“ (plant_statistics): je Gemeinde, Postleitzahlgebiet und Ortsteil, je Energieträger und Status die Anzahl, Brutto- und Nettoleistung, Speicher getrennt von der Erzeugung, die Wärme der Kraft-Wärme-Kopplung einmal je Anlage, Leistungsklassen, Zubau, Stilllegung und Bestand je Jahr, Geplantes, Angaben je 1.000 Einwohner und je km², die Abdeckung des Registers und eine Schätzung des Jahresertrags. Einheiten ohne veröffentlichten Ort zählen in Gemeinde und Postleitzahlgebiet, im Ortsteil nur, wenn ihr Postleitzahlgebiet ganz in ihm liegt; die Spalte „Vollständigkeit“ sagt das je Zeile, „Rangfolge der Gebiete zulässig“, ob Gebiete verglichen werden dürfen. Nach jedem neuen Laden der Anlagen erneut ausführen.</translation>
    </message>
</context>
<context>
    <name>Potentials</name>
    <message>
        <source>Computes what refurbishment, ground probes and heat pumps in the open air could do, and the sun on roofs.</source>
        <translation>Rechnet, was Sanierung, Erdwärmesonden, Luftwärmepumpen und die Sonne auf Dächern beitragen könnten.</translation>
    </message>
    <message>
        <source>Depth of refurbishment</source>
        <translation>Tiefe der Sanierung</translation>
    </message>
    <message>
        <source>Potentials</source>
        <translation>Potenziale</translation>
    </message>
    <message>
        <source>Roof surfaces (LoD2)</source>
        <translation>Dachflächen (LoD2)</translation>
    </message>
    <message>
        <source>State after refurbishment (TABULA).</source>
        <translation>Zustand nach der Sanierung (TABULA).</translation>
    </message>
    <message>
        <source>Surfaces of the 3D model as the state's survey delivers them (Geometr_3D = Roof), with heights; empty: refurbishment only.</source>
        <translation>Flächen des 3D-Modells, wie die Landesvermessung sie liefert (Geometr_3D = Roof), mit Höhen; leer: nur Sanierung.</translation>
    </message>
    <message>
        <source>Writes the layer 'potentials_saving': heat that refurbishment of all buildings would save, by block, and 'heatplan_saving_areas', areas of raised saving potential (WPG § 18 (5)). 'potentials_ground' holds the heat of ground probes on parcels with heated buildings, or on the free land of blocks where the workspace has no parcels, without what the layers of exclusion areas and water bodies close. 'potentials_air' holds for each heated building the largest outdoor unit that keeps the limits of noise at night (TA Lärm) at all neighbours, from distances alone. Given the roof surfaces of the 3D model LoD2, also 'potentials_roof_pv' and 'potentials_solar_thermal': area, azimuth and tilt of each roof surface from its heights, each roof counted once, with power and yield. Both are technical potentials on the same roofs and must not be added up; shade, statics and heritage protection are not looked at. None of these layers but the saving tells anything of what a building needs. A layer of that name that came from elsewhere stays and is told. Waste heat, rivers, sewers, groundwater and deep geothermal heat are not computed; load them with 'Load layer by kind'.</source>
        <translation>Schreibt die Ebene „potentials_saving“: Wärme, die eine Sanierung aller Gebäude sparen würde, je Baublock, und „heatplan_saving_areas“, Gebiete mit erhöhtem Einsparpotenzial (§ 18 Abs. 5 WPG). „potentials_ground“ enthält die Wärme aus Erdwärmesonden auf Flurstücken mit beheizten Gebäuden oder, wo der Arbeitsbereich keine Flurstücke hat, auf freien Flächen der Baublöcke, ohne das, was die Ebenen der Schutzgebiete und Gewässer ausschließen. „potentials_air“ enthält für jedes beheizte Gebäude das größte Außengerät, das nachts die Richtwerte der TA Lärm bei allen Nachbarn einhält, allein aus den Abständen. Mit den Dachflächen des 3D-Modells LoD2 auch „potentials_roof_pv“ und „potentials_solar_thermal“: Fläche, Ausrichtung und Neigung jeder Dachfläche aus ihren Höhen, jedes Dach einmal gezählt, mit Leistung und Ertrag. Beides sind technische Potenziale auf denselben Dächern und nicht zu addieren; Verschattung, Statik und Denkmalschutz sind nicht betrachtet. Keine dieser Ebenen außer der Einsparung sagt etwas darüber, was ein Gebäude braucht. Eine Ebene dieses Namens aus anderer Quelle bleibt und wird genannt. Abwärme, Flüsse, Abwasser, Grundwasser und tiefe Geothermie werden nicht gerechnet; bitte mit „Ebene nach Art laden“ laden.</translation>
    </message>
</context>
<context>
    <name>Recognised</name>
    <message>
        <source>1 layer</source>
        <translation>1 Layer</translation>
    </message>
    <message>
        <source>Another geometry is expected here.</source>
        <translation>Hier wird eine andere Geometrie erwartet.</translation>
    </message>
    <message>
        <source>Another program may hold the file, or the right to read it is missing.</source>
        <translation>Vielleicht hält ein anderes Programm die Datei fest, oder das Leserecht fehlt.</translation>
    </message>
    <message>
        <source>CSV of the extended overview of units, with the key of the municipality</source>
        <translation>CSV der erweiterten Einheitenübersicht mit Gemeindeschlüssel</translation>
    </message>
    <message>
        <source>JSON files: {count}</source>
        <translation>JSON-Dateien: {count}</translation>
    </message>
    <message>
        <source>QGIS finds no layer of this name, or none at all, in the file.</source>
        <translation>QGIS findet in der Datei keinen Layer dieses Namens oder gar keinen.</translation>
    </message>
    <message>
        <source>Say which layer: {layers}. Append |layername=NAME to the path, or add the layer to the project and choose it there.</source>
        <translation>Bitte einen Layer angeben: {layers}. Dazu |layername=NAME an den Pfad hängen oder den Layer ins Projekt laden und dort wählen.</translation>
    </message>
    <message>
        <source>The beginning of the file does not look like what is expected here.</source>
        <translation>Der Anfang der Datei sieht nicht aus wie das, was hier erwartet wird.</translation>
    </message>
    <message>
        <source>The file holds a web page, often an error message. Download it again.</source>
        <translation>Die Datei enthält eine Webseite, oft eine Fehlermeldung. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>The file is there; it is big, and will be opened only when it is loaded.</source>
        <translation>Die Datei ist da; sie ist groß und wird erst beim Laden geöffnet.</translation>
    </message>
    <message>
        <source>The heading names no Gemeindeschlüssel: this looks like the simple overview. Export the extended one.</source>
        <translation>In der Kopfzeile fehlt der Gemeindeschlüssel: Das sieht nach der einfachen Übersicht aus. Bitte die erweiterte exportieren.</translation>
    </message>
    <message>
        <source>The register's complete data export (Gesamtdatenexport): the units of the municipality are picked out.</source>
        <translation>Der Gesamtdatenexport des Registers: die Einheiten der Gemeinde werden herausgesucht.</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>census grid</source>
        <translation>Zensusgitter</translation>
    </message>
    <message>
        <source>complete export</source>
        <translation>Gesamtdatenexport</translation>
    </message>
    <message>
        <source>extended unit overview</source>
        <translation>Einheitenübersicht</translation>
    </message>
    <message>
        <source>file, {megabytes} MB</source>
        <translation>Datei, {megabytes} MB</translation>
    </message>
    <message>
        <source>files: {count}</source>
        <translation>Dateien: {count}</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>no layer in it</source>
        <translation>kein Layer darin</translation>
    </message>
    <message>
        <source>no municipality key</source>
        <translation>ohne Gemeindeschlüssel</translation>
    </message>
    <message>
        <source>open-mastr, tables: {count}</source>
        <translation>open-mastr, Tabellen: {count}</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>register, JSON</source>
        <translation>Register, JSON</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>table of open-mastr</source>
        <translation>Tabelle von open-mastr</translation>
    </message>
    <message>
        <source>unexpected content</source>
        <translation>unerwarteter Inhalt</translation>
    </message>
    <message>
        <source>web page, no data</source>
        <translation>Webseite, keine Daten</translation>
    </message>
    <message>
        <source>zip, CSV files: {count}</source>
        <translation>Zip, CSV-Dateien: {count}</translation>
    </message>
    <message>
        <source>{format}, {count} layers</source>
        <translation>{format}, {count} Layer</translation>
    </message>
    <message>
        <source>{format}: {geometry}</source>
        <translation>{format}: {geometry}</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Data sets loaded</source>
        <translation>Geladene Datensätze</translation>
    </message>
    <message>
        <source>Not given, skipped</source>
        <translation>Nicht angegeben, übersprungen</translation>
    </message>
    <message>
        <source>Not loaded because of an error</source>
        <translation>Wegen eines Fehlers nicht geladen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>What was not loaded, and why</source>
        <translation>Was nicht geladen wurde, und warum</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>ReviewPlants</name>
    <message>
        <source>Accept (accept): the finding was looked at and is right as it is; it moves to 'findings accepted' and comes back when the values it is about change. Correct (correct): the value entered holds from now on, on the map and in every sum; the register's own stays beside it. What a CHP plant or a store states holds for all its units, those of later loads too. Withdraw (withdraw): what was said before no longer holds; without field and finding, everything said of these units. Each of these is kept in the workspace with name, date and reason, and is applied again whenever the register is loaded; when the register takes the value over, the run says so. Values are checked: numbers as 4,85 or 4.85, days as 24.12.2025, coordinates as 51.34, 12.37 or by a point on the map. A field is emptied only by the word leer; energy carrier, status, gross and net power, the place and whether the plant feeds a network never are. The log names each unit with its value before and after. Places can be corrected where the register publishes one; those of small private plants stay unknown.</source>
        <translation>Bestätigen (accept): Die Auffälligkeit wurde geprüft und ist so richtig; sie wandert zu den geprüften Auffälligkeiten und kommt wieder, wenn sich ihre Werte ändern. Berichtigen (correct): Der angegebene Wert gilt ab jetzt, auf der Karte und in jeder Summe; die Angabe des Registers bleibt daneben stehen. Was zu einer KWK-Anlage oder einem Speicher gehört, gilt für alle ihre Einheiten, auch für solche, die erst später geladen werden. Zurücknehmen (withdraw): Was vorher angegeben wurde, gilt nicht mehr; ohne Feld und Auffälligkeit alles zu diesen Anlagen. Alles wird mit Name, Datum und Begründung im Arbeitsbereich aufbewahrt und bei jedem Laden des Registers wieder angewendet; übernimmt das Register den Wert, sagt es der Lauf. Werte werden geprüft: Zahlen als 4,85, Tage als 24.12.2025, Koordinaten als 51,34 12,37 oder als Punkt auf der Karte. Geleert wird ein Feld nur durch das Wort „leer“; Energieträger, Status, Brutto- und Nettoleistung, Ort und die Einspeisung in ein Wärmenetz lassen sich nicht leeren. Das Protokoll nennt jede Anlage mit dem Wert vorher und nachher. Orte lassen sich berichtigen, wo das Register einen veröffentlicht; die kleiner privater Anlagen bleiben unbekannt.</translation>
    </message>
    <message>
        <source>Accept: the value is right as it is</source>
        <translation>Bestätigen: Die Angabe stimmt</translation>
    </message>
    <message>
        <source>Accepts findings on plants of the register, or corrects a value of theirs.</source>
        <translation>Bestätigt Auffälligkeiten an Anlagen des Registers oder berichtigt einen Wert.</translation>
    </message>
    <message>
        <source>Correct a value</source>
        <translation>Einen Wert berichtigen</translation>
    </message>
    <message>
        <source>Correct value (needed to correct)</source>
        <translation>Richtiger Wert (zum Berichtigen nötig)</translation>
    </message>
    <message>
        <source>Field (needed to correct)</source>
        <translation>Feld (zum Berichtigen nötig)</translation>
    </message>
    <message>
        <source>Field to correct, or to withdraw. Whether a plant feeds a heat network the register does not know. In scripts the column's name: gross_kw, feeds_network, coordinates for the place.</source>
        <translation>Feld, das berichtigt oder zurückgenommen wird. Ob eine Anlage in ein Wärmenetz einspeist, weiß das Register nicht. In Skripten der Name der Spalte: gross_kw, feeds_network, für den Ort coordinates.</translation>
    </message>
    <message>
        <source>Finding (to accept or to withdraw)</source>
        <translation>Auffälligkeit (zum Bestätigen oder Zurücknehmen)</translation>
    </message>
    <message>
        <source>For the coordinates, instead of a value.</source>
        <translation>Für die Koordinaten, statt eines Werts.</translation>
    </message>
    <message>
        <source>Layer of the plants or of the findings, with 'Selected features only' ticked: the units selected there, instead of their numbers. A whole layer of several units is refused.</source>
        <translation>Layer der Anlagen oder der Auffälligkeiten, mit Haken bei „Nur gewählte Objekte“: die dort ausgewählten Anlagen, statt ihrer Nummern. Ohne den Haken wird ein Layer mit mehreren Anlagen abgelehnt.</translation>
    </message>
    <message>
        <source>MaStR numbers of the units</source>
        <translation>MaStR-Nummern der Anlagen</translation>
    </message>
    <message>
        <source>Name of the reviewer</source>
        <translation>Name der prüfenden Person</translation>
    </message>
    <message>
        <source>Numbers may have a unit behind them (4 MW); yes or no for feeding a network; energy carrier and status by their German name or code; leer for a field that is to be empty.</source>
        <translation>Zahlen dürfen eine Einheit tragen (4 MW); ja oder nein für die Einspeisung in ein Wärmenetz; Energieträger und Status mit deutschem Namen oder Kürzel; „leer“, wenn das Feld leer sein soll.</translation>
    </message>
    <message>
        <source>One or several, with a space, comma or semicolon between: SEE900000000001.</source>
        <translation>Eine oder mehrere, durch Leerzeichen, Komma oder Semikolon getrennt: SEE900000000001.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Review plants (accept or correct)</source>
        <translation>Anlagen prüfen (bestätigen oder berichtigen)</translation>
    </message>
    <message>
        <source>To be chosen. In scripts: accept, correct, withdraw.</source>
        <translation>Bitte wählen. In Skripten: accept (bestätigen), correct (berichtigen), withdraw (zurücknehmen).</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>Why: for instance 'rating plate seen on site, 31.08.2026'. It goes with an export.</source>
        <translation>Warum: zum Beispiel „Typenschild vor Ort gesehen, 31.08.2026“. Sie steht auch im Export.</translation>
    </message>
    <message>
        <source>Withdraw what was said before</source>
        <translation>Früher Gesagtes zurücknehmen</translation>
    </message>
    <message>
        <source>Without a choice every open finding of these units. In scripts: all, or the finding's id.</source>
        <translation>Ohne Auswahl jede offene Auffälligkeit dieser Anlagen. In Skripten: all oder die Kennung der Auffälligkeit.</translation>
    </message>
    <message>
        <source>Without it, the login name. It stays in the workspace and goes into no export.</source>
        <translation>Ohne Angabe der Anmeldename. Er bleibt im Arbeitsbereich und kommt in keinen Export.</translation>
    </message>
    <message>
        <source>all open findings</source>
        <translation>alle offenen Auffälligkeiten</translation>
    </message>
    <message>
        <source>or: correct place on the map</source>
        <translation>oder: richtiger Ort auf der Karte</translation>
    </message>
    <message>
        <source>or: units selected in a layer</source>
        <translation>oder: in einem Layer ausgewählte Anlagen</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>4 % is a lifetime of 25 years; empty: that of the preset.</source>
        <translation>4 % sind 25 Jahre Lebensdauer; leer: der Wert der Vorlage.</translation>
    </message>
    <message>
        <source>Adds a scenario to the workspace, or changes the one of that name, and computes all of them anew: refurbishment, exchange of fossil heaters, connection in heat network areas from their year on, hydrogen in its areas, green gas, new buildings. Areas are those of the layer 'supply_areas', else of the proposal 'proposed_areas'. Every building takes the expected value; nothing is drawn by lot, and nothing is made to fit: what is short of a supply from renewable energy and waste heat in the target year is told. The table 'scenario_indicators' holds the indicators of WPG annex 2 III for each year. One scenario may be marked decisive (WPG § 17), with reasons. The figures of the presets are assumptions of EnAct: please replace them by those of your municipality.</source>
        <translation>Fügt dem Arbeitsbereich ein Szenario hinzu oder ändert das gleichen Namens und rechnet alle neu: Sanierung, Austausch fossiler Heizungen, Anschluss in Wärmenetzgebieten ab deren Jahr, Wasserstoff in seinen Gebieten, grüne Gase, Neubau. Gebiete sind die der Ebene „supply_areas“, sonst die des Vorschlags „proposed_areas“. Jedes Gebäude trägt den Erwartungswert; nichts ist ausgelost und nichts passend gemacht: Was im Zieljahr an einer Versorgung aus erneuerbaren Energien und Abwärme fehlt, wird genannt. Die Tabelle „scenario_indicators“ enthält die Indikatoren nach WPG Anlage 2 III für jedes Jahr. Ein Szenario lässt sich als maßgeblich kennzeichnen (WPG § 17), mit Begründung. Die Werte der Vorlagen sind Annahmen von EnAct: bitte durch die der Kommune ersetzen.</translation>
    </message>
    <message>
        <source>At most one is; it needs reasons.</source>
        <translation>Höchstens eines; es braucht eine Begründung.</translation>
    </message>
    <message>
        <source>Carries heat demand and its supply through 2030, 2035, 2040 to the target year, and compares scenarios.</source>
        <translation>Führt Wärmebedarf und Versorgung über 2030, 2035, 2040 bis zum Zieljahr und vergleicht Szenarien.</translation>
    </message>
    <message>
        <source>Connection rate in heat network areas (%)</source>
        <translation>Anschlussquote in Wärmenetzgebieten (%)</translation>
    </message>
    <message>
        <source>Decisive scenario (WPG § 17)</source>
        <translation>Maßgebliches Szenario (WPG § 17)</translation>
    </message>
    <message>
        <source>Depth of refurbishment</source>
        <translation>Tiefe der Sanierung</translation>
    </message>
    <message>
        <source>Exchange of fossil heaters (% per year)</source>
        <translation>Austausch fossiler Heizungen (% pro Jahr)</translation>
    </message>
    <message>
        <source>Figures of the table scenario_figures.csv; what is given below counts before them.</source>
        <translation>Werte der Tabelle scenario_figures.csv; was unten angegeben ist, gilt vor ihnen.</translation>
    </message>
    <message>
        <source>Further figures (JSON)</source>
        <translation>Weitere Werte (JSON)</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Name des Szenarios</translation>
    </message>
    <message>
        <source>Names of scenario_figures.csv, for instance {&quot;mix_biomass&quot;: 0.2, &quot;mix_air_heat_pump&quot;: 0.6, &quot;new_floor_area_m2_a&quot;: 5000}.</source>
        <translation>Namen aus scenario_figures.csv, etwa {&quot;mix_biomass&quot;: 0.2, &quot;mix_air_heat_pump&quot;: 0.6, &quot;new_floor_area_m2_a&quot;: 5000}.</translation>
    </message>
    <message>
        <source>One of that name is changed.</source>
        <translation>Eines gleichen Namens wird geändert.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Refurbishment rate (% per year)</source>
        <translation>Sanierungsrate (% pro Jahr)</translation>
    </message>
    <message>
        <source>Scenario of heat supply</source>
        <translation>Szenario der Wärmeversorgung</translation>
    </message>
    <message>
        <source>Share of the floor area that is refurbished each year; empty: that of the preset.</source>
        <translation>Anteil der Energiebezugsfläche, der jedes Jahr saniert wird; leer: der der Vorlage.</translation>
    </message>
    <message>
        <source>Share of the heat connected by the target year; empty: that of the preset.</source>
        <translation>Anteil der Wärme, der bis zum Zieljahr angeschlossen ist; leer: der der Vorlage.</translation>
    </message>
    <message>
        <source>Spreadsheet of the comparison; empty: only the tables in the workspace.</source>
        <translation>Tabellendatei des Vergleichs; leer: nur die Tabellen im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>State after refurbishment (TABULA); empty: that of the preset.</source>
        <translation>Zustand nach der Sanierung (TABULA); leer: der der Vorlage.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Target path</source>
        <translation>Zielpfad</translation>
    </message>
    <message>
        <source>Why this scenario is decisive.</source>
        <translation>Warum dieses Szenario maßgeblich ist.</translation>
    </message>
</context>
<context>
    <name>SourceInput</name>
    <message>
        <source>A table of the project: its file is taken</source>
        <translation>Eine Tabelle des Projekts: ihre Datei wird genommen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Assign the fields of the source, and say where it comes from and how old it is</source>
        <translation>Felder der Quelle zuordnen; Herkunft und Stand angeben</translation>
    </message>
    <message>
        <source>Fields and origin: {title}</source>
        <translation>Felder und Herkunft: {title}</translation>
    </message>
    <message>
        <source>Fields …</source>
        <translation>Felder …</translation>
    </message>
    <message>
        <source>Folder of saved pages or tables</source>
        <translation>Ordner mit gespeicherten Seiten oder Tabellen</translation>
    </message>
    <message>
        <source>Folder with all pages of an answer of the register's interface (JSON), or with tables of open-mastr</source>
        <translation>Ordner mit allen Seiten einer Antwort der Registerschnittstelle (JSON) oder mit den Tabellen von open-mastr</translation>
    </message>
    <message>
        <source>Suitable files</source>
        <translation>Passende Dateien</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>file, else from the services</source>
        <translation>Datei, sonst aus den Diensten</translation>
    </message>
    <message>
        <source>or folder …</source>
        <translation>oder Ordner …</translation>
    </message>
    <message>
        <source>or layer …</source>
        <translation>oder Layer …</translation>
    </message>
</context>
<context>
    <name>StreetSections</name>
    <message>
        <source>Cuts streets into sections between junctions and gives each heated building to one of them.</source>
        <translation>Teilt Straßen in Abschnitte zwischen Kreuzungen und ordnet jedes beheizte Gebäude einem zu.</translation>
    </message>
    <message>
        <source>Form street sections</source>
        <translation>Straßenabschnitte bilden</translation>
    </message>
    <message>
        <source>Writes the layer 'street_sections' and the table 'building_sections'. Streets are cut at junctions and crossings of the same level, joined between them, and gaps at open ends closed. Each heated building belongs to one section: the nearest of the street in its address, else the nearest that a straight way reaches without crossing another building, rail or water; the rule used is kept for each building. So the sum over the sections is the sum over the buildings, less those without a section, which are counted.</source>
        <translation>Schreibt die Ebene 'street_sections' (Straßenabschnitte) und die Tabelle 'building_sections'. Straßen werden an Kreuzungen gleicher Höhe geteilt, dazwischen verbunden, und Lücken an offenen Enden geschlossen. Jedes beheizte Gebäude gehört zu einem Abschnitt: dem nächsten der Straße seiner Adresse, sonst dem nächsten, den ein gerader Weg erreicht, ohne ein anderes Gebäude, Bahn oder Wasser zu queren; die angewandte Regel steht bei jedem Gebäude. So ist die Summe über die Abschnitte die Summe über die Gebäude, bis auf jene ohne Abschnitt, die gezählt werden.</translation>
    </message>
</context>
<context>
    <name>Suitability</name>
    <message>
        <source>2045 by law (WPG § 1), or the earlier one that the municipality has decided.</source>
        <translation>2045 nach Gesetz (WPG § 1), oder das frühere, das die Kommune beschlossen hat.</translation>
    </message>
    <message>
        <source>Confirmed by a binding plan of the operator</source>
        <translation>Durch verbindlichen Plan des Netzbetreibers bestätigt</translation>
    </message>
    <message>
        <source>For the whole municipality; without a statement it stays unknown in the judgement.</source>
        <translation>Für die ganze Gemeinde; ohne Angabe bleibt es in der Bewertung unbekannt.</translation>
    </message>
    <message>
        <source>Judges each block for heat network, hydrogen, decentral supply and green methane, with reasons.</source>
        <translation>Beurteilt jeden Baublock für Wärmenetz, Wasserstoff, dezentrale Versorgung und grünes Methan, mit Begründung.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Own tables of the judgement</source>
        <translation>Eigene Bewertungstabellen</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Prospect of green methane</source>
        <translation>Aussicht auf grünes Methan</translation>
    </message>
    <message>
        <source>Prospect of hydrogen</source>
        <translation>Aussicht auf Wasserstoff</translation>
    </message>
    <message>
        <source>Spreadsheet with the tables this run used, to edit and to give to the next; empty: none.</source>
        <translation>Tabelle mit den Zahlen dieses Laufs, zum Ändern und für den nächsten; leer: keine.</translation>
    </message>
    <message>
        <source>Suitability of blocks</source>
        <translation>Eignung der Baublöcke</translation>
    </message>
    <message>
        <source>Target year</source>
        <translation>Zieljahr</translation>
    </message>
    <message>
        <source>The spreadsheet that 'Suitability of blocks' writes, with your curves, weights, classes, exclusions and years; a sheet that is missing in it is EnAct's.</source>
        <translation>Die Tabellendatei, die „Eignung der Baublöcke“ schreibt, mit eigenen Kurven, Gewichten, Stufen, Ausschlüssen und Jahren; für ein fehlendes Blatt gilt das von EnAct.</translation>
    </message>
    <message>
        <source>Write the tables of the judgement</source>
        <translation>Bewertungstabellen schreiben</translation>
    </message>
    <message>
        <source>Writes the layer 'block_suitability': for each block and kind of supply one of the four classes of WPG § 19, from the four criteria of § 18 (1): cost of heat, risk of realisation, security of supply, emissions. Beside each class stand the score, how much of the judgement is known, and the reasons in words. What is unknown lowers what is known and never makes a class 'very' anything; an exclusion always wins. Heat networks, gas networks, waste heat, rivers and sewers are taken from the workspace, as far as they are there. It is a first estimate from the line density until the cost of a network is computed; curves, weights and classes stand in tables that can be written, edited and given back. The layer 'proposed_areas' joins the blocks to supply areas as a proposal to be edited: what is changed or drawn by hand there stays in every later run, and the proposal is made around it; an area that is deleted is proposed again.</source>
        <translation>Schreibt die Ebene „block_suitability“: für jeden Baublock und jede Versorgungsart eine der vier Stufen nach § 19 WPG aus den vier Kriterien des § 18 Abs. 1: Wärmegestehungskosten, Realisierungsrisiko, Versorgungssicherheit, Treibhausgase. Neben jeder Stufe stehen die Punktzahl, der bekannte Anteil der Bewertung und die Gründe in Worten. Unbekanntes senkt das Bekannte und ergibt nie eine Stufe „sehr“; ein Ausschluss gewinnt immer. Wärmenetze, Gasnetze, Abwärme, Gewässer und Abwasser kommen aus dem Arbeitsbereich, soweit sie dort sind. Es ist eine erste Einschätzung aus der Liniendichte, bis die Kosten eines Netzes gerechnet sind; Kurven, Gewichte und Stufen stehen in Tabellen, die sich schreiben, bearbeiten und zurückgeben lassen. Die Ebene „proposed_areas“ fasst die Baublöcke zu Versorgungsgebieten zusammen, als Vorschlag zum Bearbeiten: Was dort von Hand geändert oder gezeichnet ist, bleibt bei jedem späteren Lauf, und der Vorschlag entsteht darum herum; ein gelöschtes Gebiet wird wieder vorgeschlagen.</translation>
    </message>
</context>
<context>
    <name>TopicRow</name>
    <message>
        <source>Further layer</source>
        <translation>Weitere Ebene</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>Art der Ebene</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>What the layer shows</source>
        <translation>Was die Ebene zeigt</translation>
    </message>
    <message>
        <source>choose a kind …</source>
        <translation>Art wählen …</translation>
    </message>
</context>
</TS>
