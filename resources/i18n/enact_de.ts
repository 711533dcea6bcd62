<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
        <source>Load data</source>
        <translation>Daten laden</translation>
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
        <source>&quot;{matched}&quot; is a known name of this field.</source>
        <translation>„{matched}“ ist ein bekannter Name dieses Feldes.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not understood. Write kind=file, several with a semicolon between, for instance supply_areas=gebiete.gpkg;heat_networks=netz.shp.</source>
        <translation>„{text}“ ist nicht verständlich. Bitte Art=Datei schreiben, mehrere mit Semikolon getrennt, zum Beispiel supply_areas=gebiete.gpkg;heat_networks=netz.shp.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is a regional key (ARS); the municipality key in it is {ags}.</source>
        <translation>„{value}“ ist ein Regionalschlüssel (ARS); der Gemeindeschlüssel darin ist {ags}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a date. Write it as 2026-08-31.</source>
        <translation>„{value}“ ist kein Datum. Bitte so schreiben: 2026-08-31.</translation>
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
        <source>Adding layer {layer}</source>
        <translation>Layer {layer} wird hinzugefügt</translation>
    </message>
    <message>
        <source>Adding map themes and layouts</source>
        <translation>Kartenthemen und Layouts werden angelegt</translation>
    </message>
    <message>
        <source>Another program is writing into {path}. End editing there (or close it) and start again; nothing was changed.</source>
        <translation>Ein anderes Programm schreibt gerade in {path}. Bitte dort die Bearbeitung beenden (oder es schließen) und neu starten; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Canceled. What had been loaded whole stays; the data set in hand is as it was before.</source>
        <translation>Abgebrochen. Was schon ganz geladen war, bleibt; der Datensatz in Arbeit ist wie zuvor.</translation>
    </message>
    <message>
        <source>Census 2011: classes were joined for the prevailing age; &quot;from 2009&quot; (up to May 2011) counts as 2001–2010.</source>
        <translation>Zensus 2011: Für das vorherrschende Baualter sind Klassen zusammengefasst; „ab 2009“ (bis Mai 2011) zählt zu 2001–2010.</translation>
    </message>
    <message>
        <source>Checking geometry …</source>
        <translation>Geometrie prüfen …</translation>
    </message>
    <message>
        <source>Checking {rows} outlines …</source>
        <translation>{rows} Umrisse werden geprüft …</translation>
    </message>
    <message>
        <source>Chosen by you, or remembered for sources of this form.</source>
        <translation>Von Ihnen gewählt oder für Quellen dieser Form gemerkt.</translation>
    </message>
    <message>
        <source>Computing the floor area of {rows} buildings …</source>
        <translation>Energiebezugsfläche von {rows} Gebäuden wird berechnet …</translation>
    </message>
    <message>
        <source>Converting numbers and dates of {units} units …</source>
        <translation>Zahlen und Daten von {units} Einheiten werden umgewandelt …</translation>
    </message>
    <message>
        <source>Coordinates of {layer} cannot be transformed: {detail}. Check the layer's coordinate reference system.</source>
        <translation>Koordinaten von {layer} lassen sich nicht umrechnen: {detail}. Bitte das Koordinatensystem des Layers prüfen.</translation>
    </message>
    <message>
        <source>Counting for the census grid</source>
        <translation>Das Zensusgitter wird ausgezählt</translation>
    </message>
    <message>
        <source>Drawing river, railway and main roads</source>
        <translation>Fluss, Bahn und Hauptstraßen werden gezeichnet</translation>
    </message>
    <message>
        <source>EnAct's table has no Saxon municipality with the key {ags}; it is used as given. Check the digits.</source>
        <translation>In der Tabelle von EnAct steht keine sächsische Gemeinde mit dem Schlüssel {ags}; er wird wie angegeben verwendet. Bitte die Ziffern prüfen.</translation>
    </message>
    <message>
        <source>Fields taken over: {pairs}. To change that, load the layer with 'Load layer by kind' and a field mapping; it is remembered.</source>
        <translation>Übernommene Felder: {pairs}. Zum Ändern die Ebene mit „Ebene nach Art laden“ und einer Feldzuordnung laden; sie wird gemerkt.</translation>
    </message>
    <message>
        <source>Floor area = footprint × (storeys + attic share) × factor by use (table floor_area_factors); none for unheated outbuildings.</source>
        <translation>Energiebezugsfläche = Grundfläche × (Geschosse + Dachgeschossanteil) × Faktor nach Nutzung (Tabelle floor_area_factors); keine für unbeheizte Nebengebäude.</translation>
    </message>
    <message>
        <source>For &quot;{kind}&quot; no field was found for: {missing}. The source has: {fields}. Say in the field mapping which field it is, or choose another kind.</source>
        <translation>Für „{kind}“ wurde kein Feld gefunden für: {missing}. Die Quelle hat: {fields}. Bitte in der Feldzuordnung angeben, welches Feld es ist, oder eine andere Layerart wählen.</translation>
    </message>
    <message>
        <source>Joining {files} files by cell …</source>
        <translation>{files} Dateien werden je Gitterzelle zusammengeführt …</translation>
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
        <source>Latitude {latitude} and longitude {longitude} are no place; the unit has none.</source>
        <translation>Breitengrad {latitude} und Längengrad {longitude} ergeben keinen Ort; die Einheit hat keine Lage.</translation>
    </message>
    <message>
        <source>Latitude {latitude} and longitude {longitude} are swapped; the unit has no place.</source>
        <translation>Breitengrad {latitude} und Längengrad {longitude} sind vertauscht; die Einheit hat keine Lage.</translation>
    </message>
    <message>
        <source>Laying streets</source>
        <translation>Straßen werden angelegt</translation>
    </message>
    <message>
        <source>Licence and attribution of {layer} are not known and stand on no map. Give them with 'Load layer by kind', or in the layer's metadata.</source>
        <translation>Lizenz und Quellenvermerk von {layer} sind nicht bekannt und stehen auf keiner Karte. Bitte bei „Ebene nach Art laden“ oder in den Metadaten des Layers angeben.</translation>
    </message>
    <message>
        <source>Loading {layer} …</source>
        <translation>Lade {layer} …</translation>
    </message>
    <message>
        <source>Making keys …</source>
        <translation>Schlüssel bilden …</translation>
    </message>
    <message>
        <source>Making the plant table of {units} units …</source>
        <translation>Anlagentabelle aus {units} Einheiten wird erstellt …</translation>
    </message>
    <message>
        <source>Making up register units</source>
        <translation>Einheiten des Registers werden erfunden</translation>
    </message>
    <message>
        <source>Mapping fields …</source>
        <translation>Felder zuordnen …</translation>
    </message>
    <message>
        <source>Merging {rows} outlines into buildings …</source>
        <translation>{rows} Umrisse werden zu Gebäuden zusammengeführt …</translation>
    </message>
    <message>
        <source>Municipality key or postcode of {count} units had lost the leading zero (a spreadsheet removes it); it was put back.</source>
        <translation>Bei {count} Einheiten fehlte die führende Null von Gemeindeschlüssel oder Postleitzahl (eine Tabellenkalkulation entfernt sie); sie wurde ergänzt.</translation>
    </message>
    <message>
        <source>Musterstadt (fictitious) with {buildings} buildings and {units} register units is in {folder}.</source>
        <translation>Musterstadt (fiktiv) mit {buildings} Gebäuden und {units} Registereinheiten liegt in {folder}.</translation>
    </message>
    <message>
        <source>Naming streets and numbering houses</source>
        <translation>Straßen erhalten Namen, Häuser Nummern</translation>
    </message>
    <message>
        <source>Neither a file of the register nor a folder of saved pages was given.</source>
        <translation>Es ist weder eine Datei des Registers noch ein Ordner mit gespeicherten Seiten angegeben.</translation>
    </message>
    <message>
        <source>No boundary is known: the area is the box around the loaded buildings and 500 m.</source>
        <translation>Es ist keine Grenze bekannt: als Gebiet gilt der Rahmen um die geladenen Gebäude und 500 m.</translation>
    </message>
    <message>
        <source>No boundary was given: it is the outline of the districts.</source>
        <translation>Es war keine Grenze angegeben: sie ist der Umriss der Ortsteile.</translation>
    </message>
    <message>
        <source>No building is left of the delivery. Left out: {reasons}.</source>
        <translation>Von der Lieferung bleibt kein Gebäude übrig. Ausgelassen: {reasons}.</translation>
    </message>
    <message>
        <source>No cell of {files} lies in the municipality. Check whether the files hold the right area.</source>
        <translation>Keine Gitterzelle aus {files} liegt in der Gemeinde. Bitte prüfen, ob die Dateien das richtige Gebiet enthalten.</translation>
    </message>
    <message>
        <source>No census file was given. Choose one or several files (zip or csv).</source>
        <translation>Es wurde keine Zensusdatei angegeben. Bitte eine oder mehrere Dateien (zip oder csv) wählen.</translation>
    </message>
    <message>
        <source>No data set has been chosen. Give at least one file or layer.</source>
        <translation>Es ist kein Datensatz gewählt. Bitte mindestens eine Datei oder einen Layer angeben.</translation>
    </message>
    <message>
        <source>No data set was given. Choose at least one.</source>
        <translation>Es ist kein Datensatz angegeben. Bitte mindestens einen wählen.</translation>
    </message>
    <message>
        <source>No field mapping was given; taken by name: {mapping}.</source>
        <translation>Es wurde keine Feldzuordnung angegeben; nach Namen zugeordnet: {mapping}.</translation>
    </message>
    <message>
        <source>No file or layer has been chosen for this further layer. Choose one or remove the row.</source>
        <translation>Für diese weitere Ebene ist weder Datei noch Layer gewählt. Bitte eines davon wählen oder die Zeile entfernen.</translation>
    </message>
    <message>
        <source>No known figure of the census stands in: {files}. Headings found: {headings}. Give files on year of construction, type of building, heating, energy carrier, dwellings or inhabitants.</source>
        <translation>In {files} steht keine bekannte Angabe des Zensus. Gefundene Überschriften: {headings}. Bitte Dateien zu Baujahr, Gebäudetyp, Heizungsart, Energieträger, Wohnungen oder Einwohnern angeben.</translation>
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
        <source>No space is left in {path}. Make room and start again; the state before stands.</source>
        <translation>In {path} ist kein Platz mehr. Bitte Platz schaffen und neu starten; der bisherige Stand ist erhalten.</translation>
    </message>
    <message>
        <source>None of the data sets could be loaded. The project is as it was before. {reasons}</source>
        <translation>Kein Datensatz ließ sich laden. Das Projekt ist wie zuvor. {reasons}</translation>
    </message>
    <message>
        <source>None of the {rows} outlines lies in the municipality. Check whether it is the right file and whether its coordinate reference system is right.</source>
        <translation>Keiner der {rows} Umrisse liegt in der Gemeinde. Bitte prüfen, ob es die richtige Datei ist und ob ihr Koordinatensystem stimmt.</translation>
    </message>
    <message>
        <source>Northings and eastings of {layer} are swapped (for instance {easting} / {northing}). Reverse the axis order of the layer and start again.</source>
        <translation>In {layer} sind Hoch- und Rechtswerte vertauscht (zum Beispiel {easting} / {northing}). Bitte die Achsenreihenfolge des Layers umkehren und neu starten.</translation>
    </message>
    <message>
        <source>Of {expected} rows of {layer} only {count} arrived in {path}. The state before stands.</source>
        <translation>Von {expected} Zeilen der Ebene {layer} sind nur {count} in {path} angekommen. Der bisherige Stand ist erhalten.</translation>
    </message>
    <message>
        <source>Of {rows} geometries only the parts of the right type were kept.</source>
        <translation>Von {rows} Geometrien wurden nur die Teile der richtigen Art behalten.</translation>
    </message>
    <message>
        <source>Only {read} of {expected} rows of {layer} could be read. Close other programs that write into it and start again.</source>
        <translation>Von {layer} ließen sich nur {read} von {expected} Zeilen lesen. Bitte andere Programme schließen, die darin schreiben, und neu starten.</translation>
    </message>
    <message>
        <source>Opening {path}</source>
        <translation>{path} wird geöffnet</translation>
    </message>
    <message>
        <source>Placing buildings</source>
        <translation>Gebäude werden gesetzt</translation>
    </message>
    <message>
        <source>Preparing layers</source>
        <translation>Layer werden vorbereitet</translation>
    </message>
    <message>
        <source>QGIS could not open the project {path}.</source>
        <translation>QGIS konnte das Projekt {path} nicht öffnen.</translation>
    </message>
    <message>
        <source>QGIS does not start the work: {reason}</source>
        <translation>QGIS beginnt nicht mit der Arbeit: {reason}</translation>
    </message>
    <message>
        <source>QGIS' Python lacks {package} or newer. Windows and macOS: use the QGIS installer from qgis.org (3.40 or newer), which brings it along. Linux: install the distribution's package (python3-geopandas and the like) if it is new enough, else run &quot;make install&quot; from EnAct's source, which puts it beside the plugin. Then start QGIS again.</source>
        <translation>Dem Python von QGIS fehlt {package} oder neuer. Windows und macOS: QGIS mit dem Installationsprogramm von qgis.org (3.40 oder neuer) einrichten, es bringt das Paket mit. Linux: das Paket der Distribution installieren (python3-geopandas und so fort), wenn es neu genug ist, sonst „make install“ aus dem Quelltext von EnAct ausführen; es legt das Paket neben das Plugin. Danach QGIS neu starten.</translation>
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
        <source>Reading {rows} rows …</source>
        <translation>{rows} Zeilen werden gelesen …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lese …</translation>
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
        <source>Replacing {layer} …</source>
        <translation>Ersetze {layer} …</translation>
    </message>
    <message>
        <source>Rows of districts hold only units with coordinates; up to 30 kW the register publishes no place.</source>
        <translation>Die Zeilen der Orts- und Stadtteile enthalten nur Anlagen mit Koordinaten; bis 30 kW veröffentlicht das Register keine Lage.</translation>
    </message>
    <message>
        <source>Storage is never added to generation: the sum of all carriers leaves it out, its capacity stands in a column of its own.</source>
        <translation>Speicher werden nie zur Erzeugung gezählt: Die Summe aller Energieträger lässt sie aus, ihre Kapazität steht in einer eigenen Spalte.</translation>
    </message>
    <message>
        <source>Storing styles in {path}</source>
        <translation>Stile werden in {path} gespeichert</translation>
    </message>
    <message>
        <source>Sums count existing units: in operation or temporarily closed. Planned and closed units are in no sum.</source>
        <translation>Die Summen zählen bestehende Anlagen: in Betrieb oder vorübergehend stillgelegt. Geplante und endgültig stillgelegte stehen in keiner Summe.</translation>
    </message>
    <message>
        <source>The LoD2 data hold no ground surfaces (Geometr_3D = Ground), only: {surfaces}. Choose the file with all surfaces.</source>
        <translation>Die LoD2-Daten enthalten keine Grundflächen (Geometr_3D = Ground), nur: {surfaces}. Bitte die Datei mit allen Flächen wählen.</translation>
    </message>
    <message>
        <source>The Processing algorithm {id} is not there. Check in the plugin manager that Processing and EnAct are switched on, and restart QGIS.</source>
        <translation>Der Verarbeitungsalgorithmus {id} fehlt. Bitte in der Erweiterungsverwaltung prüfen, ob „Processing“ und „EnAct“ eingeschaltet sind, und QGIS neu starten.</translation>
    </message>
    <message>
        <source>The age of {count} of {total} buildings is unknown.</source>
        <translation>Von {count} der {total} Gebäude ist das Baualter unbekannt.</translation>
    </message>
    <message>
        <source>The building layer holds no rows. Choose another layer or file.</source>
        <translation>Der Gebäudelayer enthält keine Zeilen. Bitte einen anderen Layer oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The commissioning on {commissioned} lies in the future.</source>
        <translation>Die Inbetriebnahme am {commissioned} liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>The coordinates are 0/0; the unit has no place.</source>
        <translation>Die Koordinaten sind 0/0; die Einheit hat keine Lage.</translation>
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
        <source>The demo municipality can have {smallest} to {largest} buildings; {size} were asked for. Choose a number between these.</source>
        <translation>Die Demogemeinde kann {smallest} bis {largest} Gebäude haben; verlangt wurden {size}. Bitte eine Zahl dazwischen wählen.</translation>
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
        <source>The field &quot;{field}&quot; cannot be {target}: {rows} of {known} values are implausible (median {median}). Check the field and its unit (metres, square metres, years).</source>
        <translation>Das Feld „{field}“ kann nicht {target} sein: {rows} von {known} Werten sind nicht glaubhaft (Median {median}). Bitte Feld und Einheit prüfen (Meter, Quadratmeter, Jahre).</translation>
    </message>
    <message>
        <source>The field mapping is not valid JSON: {detail}.</source>
        <translation>Die Feldzuordnung ist kein gültiges JSON: {detail}.</translation>
    </message>
    <message>
        <source>The field mapping names the column &quot;{target}&quot;, which the layer does not have. It has: {targets}.</source>
        <translation>Die Feldzuordnung nennt die Spalte „{target}“, die der Layer nicht hat. Er hat: {targets}.</translation>
    </message>
    <message>
        <source>The field mapping of &quot;{target}&quot; cannot be read: {value}. Allowed are a field name, null, or an object with &quot;field&quot;, &quot;factor&quot; (a number but zero), &quot;values&quot;, or with &quot;value&quot;.</source>
        <translation>Die Feldzuordnung von „{target}“ ist nicht lesbar: {value}. Erlaubt sind ein Feldname, null oder ein Objekt mit &quot;field&quot;, &quot;factor&quot; (eine Zahl außer null), &quot;values&quot; oder mit &quot;value&quot;.</translation>
    </message>
    <message>
        <source>The field mapping takes &quot;{target}&quot; from the field &quot;{field}&quot;, which the source does not have. It has: {fields}.</source>
        <translation>Die Feldzuordnung nimmt „{target}“ aus dem Feld „{field}“, das die Quelle nicht hat. Sie hat: {fields}.</translation>
    </message>
    <message>
        <source>The fields do not tell what kind of building data this is: {fields}. Choose the kind (KIND); for any other layer choose &quot;mapped&quot; and say in the field mapping which field holds what.</source>
        <translation>An den Feldern ist nicht zu erkennen, welche Art von Gebäudedaten das ist: {fields}. Bitte die Art (KIND) wählen; für jeden anderen Layer „mapped“ wählen und in der Feldzuordnung angeben, welches Feld was enthält.</translation>
    </message>
    <message>
        <source>The file to write to is missing. Choose a place for it.</source>
        <translation>Es fehlt die Datei, in die geschrieben wird. Bitte einen Ort dafür wählen.</translation>
    </message>
    <message>
        <source>The files belong to different censuses ({releases}). Load one census at a time.</source>
        <translation>Die Dateien gehören zu verschiedenen Zensus ({releases}). Bitte jeweils nur einen Zensus laden.</translation>
    </message>
    <message>
        <source>The files lack classes of &quot;{topic}&quot; ({columns}); the prevailing class cannot be told.</source>
        <translation>In den Dateien fehlen Klassen zu „{topic}“ ({columns}); die vorherrschende Klasse lässt sich nicht angeben.</translation>
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
        <source>The folder {path} holds no file ending in .json.</source>
        <translation>Im Ordner {path} liegt keine Datei mit der Endung .json.</translation>
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
        <source>The kind of this further layer is missing. Choose what it shows.</source>
        <translation>Für diese weitere Ebene fehlt die Art. Bitte wählen, was sie zeigt.</translation>
    </message>
    <message>
        <source>The last part of the name is known: &quot;{matched}&quot;. Please check.</source>
        <translation>Der letzte Teil des Namens ist bekannt: „{matched}“. Bitte prüfen.</translation>
    </message>
    <message>
        <source>The layer holds {rows} areas and no field with the municipality key (AGS), so the municipality cannot be chosen. Give the field in the mapping, or a layer with this one area only.</source>
        <translation>Der Layer enthält {rows} Flächen und kein Feld mit dem Gemeindeschlüssel (AGS); die Gemeinde lässt sich nicht auswählen. Bitte das Feld in der Zuordnung angeben oder einen Layer nur mit dieser einen Fläche.</translation>
    </message>
    <message>
        <source>The layer is older than municipality {ags}: its area was put together from {former}.</source>
        <translation>Der Layer ist älter als die Gemeinde {ags}: Ihre Fläche wurde zusammengesetzt aus {former}.</translation>
    </message>
    <message>
        <source>The layer {area} is in {crs}, the plants are in {expected}. Load the layer into the workspace first.</source>
        <translation>Die Ebene {area} liegt in {crs} vor, die Anlagen in {expected}. Bitte die Ebene zuerst in den Arbeitsbereich laden.</translation>
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
        <source>The municipality key {old} ({old_name}) is no longer valid; {ags} ({name}) is used instead. Files from before the change still list the municipality under {old}.</source>
        <translation>Der Gemeindeschlüssel {old} ({old_name}) gilt nicht mehr; verwendet wird {ags} ({name}). Dateien aus der Zeit vor der Änderung führen die Gemeinde noch unter {old}.</translation>
    </message>
    <message>
        <source>The municipality with the key {old} was divided; {name} is used, parts of it now belong to: {others}. Check which of them is meant.</source>
        <translation>Die Gemeinde mit dem Schlüssel {old} wurde aufgeteilt; verwendet wird {name}, Teile gehören heute zu: {others}. Bitte prüfen, welche gemeint ist.</translation>
    </message>
    <message>
        <source>The municipality {ags} is not in this layer of {count} municipalities; the nearest keys in it: {present}.</source>
        <translation>Die Gemeinde {ags} ist nicht in diesem Layer mit {count} Gemeinden; die nächsten Schlüssel darin: {present}.</translation>
    </message>
    <message>
        <source>The name of {file} does not tell whether buildings or dwellings are counted; dwellings were assumed. Keep the official file name.</source>
        <translation>Der Name von {file} sagt nicht, ob Gebäude oder Wohnungen gezählt sind; angenommen wurden Wohnungen. Bitte den amtlichen Dateinamen beibehalten.</translation>
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
        <source>The records of {path} lack the fields {fields}: it is the simple overview or an excerpt. Fetch GetErweiterteOeffentlicheEinheitStromerzeugung.</source>
        <translation>In den Datensätzen von {path} fehlen die Felder {fields}: Es ist die einfache Übersicht oder ein Auszug. Bitte GetErweiterteOeffentlicheEinheitStromerzeugung abrufen.</translation>
    </message>
    <message>
        <source>The status “{delivered_status}” is unknown; the unit is in no sum.</source>
        <translation>Der Betriebsstatus „{delivered_status}“ ist unbekannt; die Einheit steht in keiner Summe.</translation>
    </message>
    <message>
        <source>The storeys of {count} of {total} buildings are unknown; they have no floor area.</source>
        <translation>Von {count} der {total} Gebäude ist die Geschosszahl unbekannt; ihnen fehlt die Energiebezugsfläche.</translation>
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
        <source>The styles could not be stored in {path} ({detail}); they stand in the project only. Close other programs that write into the file and assemble the project again.</source>
        <translation>Die Stile ließen sich nicht in {path} speichern ({detail}); sie stehen nur im Projekt. Bitte andere Programme schließen, die in die Datei schreiben, und das Projekt noch einmal zusammenstellen.</translation>
    </message>
    <message>
        <source>The table {path} of the plugin is missing. Install EnAct again.</source>
        <translation>Die Tabelle {path} des Plugins fehlt. Bitte EnAct neu installieren.</translation>
    </message>
    <message>
        <source>The text {text} is missing in the table map_texts.csv. Install EnAct again.</source>
        <translation>Der Text {text} fehlt in der Tabelle map_texts.csv. Bitte EnAct neu installieren.</translation>
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
        <source>The use of {count} of {total} buildings is unknown.</source>
        <translation>Von {count} der {total} Gebäude ist die Nutzung unbekannt.</translation>
    </message>
    <message>
        <source>The use of {rows} buildings could not be assigned: {values}. It can be given in the field mapping under &quot;values&quot;.</source>
        <translation>Die Nutzung von {rows} Gebäuden ließ sich nicht zuordnen: {values}. In der Feldzuordnung lässt sie sich unter &quot;values&quot; angeben.</translation>
    </message>
    <message>
        <source>The workspace {path} holds no layer {layer}. Load it first.</source>
        <translation>Der Arbeitsbereich {path} enthält keine Ebene {layer}. Bitte zuerst laden.</translation>
    </message>
    <message>
        <source>The workspace {path} holds {name} ({present}), not {ags}. Choose another workspace.</source>
        <translation>Der Arbeitsbereich {path} enthält {name} ({present}), nicht {ags}. Bitte einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>There is no kind of layer &quot;{kind}&quot;. Known kinds: {kinds}.</source>
        <translation>Die Layerart „{kind}“ gibt es nicht. Bekannt sind: {kinds}.</translation>
    </message>
    <message>
        <source>There is no workspace {path}.</source>
        <translation>Den Arbeitsbereich {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>This is no MaStR number (three letters and twelve digits).</source>
        <translation>Das ist keine MaStR-Nummer (drei Buchstaben und zwölf Ziffern).</translation>
    </message>
    <message>
        <source>Where no storeys are given they follow from the eaves height: (eaves − base) / storey height by use and age (table storey_heights).</source>
        <translation>Wo Geschosse fehlen, folgen sie aus der Traufhöhe: (Traufe − Sockel) / Geschosshöhe nach Nutzung und Baualter (Tabelle storey_heights).</translation>
    </message>
    <message>
        <source>Where storeys count up to the eaves, a share of the attic is added by roof type (table building_attic_shares).</source>
        <translation>Wo Geschosse nur bis zur Traufe zählen, kommt nach Dachform ein Anteil des Dachgeschosses hinzu (Tabelle building_attic_shares).</translation>
    </message>
    <message>
        <source>Writing into {path} failed: {detail}. The state before stands.</source>
        <translation>Das Schreiben in {path} ist gescheitert: {detail}. Der bisherige Stand ist erhalten.</translation>
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
        <source>Writing {path} failed: {detail}.</source>
        <translation>Das Schreiben von {path} ist gescheitert: {detail}.</translation>
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
        <source>cut or torn lines</source>
        <translation>abgeschnittene oder beschädigte Zeilen</translation>
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
        <source>line does not fit the headings</source>
        <translation>Zeile passt nicht zu den Spaltenköpfen</translation>
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
        <source>roofs, walls and closures of the 3D model</source>
        <translation>Dach-, Wand- und Abschlussflächen des 3D-Modells</translation>
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
        <source>with coordinates that are no numbers</source>
        <translation>mit Koordinaten, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>without geometry</source>
        <translation>ohne Geometrie</translation>
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
        <source>{ags} is a Saxon municipality key from before the district reform of 1 August 2008; its successor is not in EnAct's table. Pick the municipality by its name.</source>
        <translation>{ags} ist ein sächsischer Gemeindeschlüssel aus der Zeit vor der Kreisreform vom 1. August 2008; sein Nachfolger steht nicht in der Tabelle von EnAct. Bitte die Gemeinde über ihren Namen wählen.</translation>
    </message>
    <message>
        <source>{column} was delivered more than once; {file} was passed over.</source>
        <translation>{column} wurde mehrfach geliefert; {file} wurde dafür übergangen.</translation>
    </message>
    <message>
        <source>{column}: no value of the field &quot;{field}&quot; exceeds {highest}; it seems to hold shares of one, not {unit}. Then give the factor 100 in the field mapping.</source>
        <translation>{column}: Kein Wert des Feldes „{field}“ ist größer als {highest}; es enthält wohl Anteile von eins statt {unit}. Dann bitte den Faktor 100 in der Feldzuordnung angeben.</translation>
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
        <source>{column}: {rows} values of the field &quot;{field}&quot; cannot be read and are left empty, for instance {examples}.</source>
        <translation>{column}: {rows} Werte des Feldes „{field}“ sind nicht lesbar und bleiben leer, zum Beispiel {examples}.</translation>
    </message>
    <message>
        <source>{column}: {rows} values of the field &quot;{field}&quot; had decimals and were rounded.</source>
        <translation>{column}: {rows} Werte des Feldes „{field}“ hatten Nachkommastellen und wurden gerundet.</translation>
    </message>
    <message>
        <source>{column}: {rows} values of the field &quot;{field}&quot; stand in no known list, for instance {examples}. They can be assigned in the field mapping under &quot;values&quot;.</source>
        <translation>{column}: {rows} Werte des Feldes „{field}“ stehen in keiner bekannten Liste, zum Beispiel {examples}. Sie lassen sich in der Feldzuordnung unter &quot;values&quot; zuordnen.</translation>
    </message>
    <message>
        <source>{count} fields of the source were not taken over: {fields}.</source>
        <translation>{count} Felder der Quelle wurden nicht übernommen: {fields}.</translation>
    </message>
    <message>
        <source>{count} left out: {reason}</source>
        <translation>{count} ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} buildings had an invalid ring, which was mended.</source>
        <translation>Bei {count} von {total} Gebäuden war der Umriss ungültig und wurde repariert.</translation>
    </message>
    <message>
        <source>{count} of {total} buildings have an implausible eaves height; it was left empty.</source>
        <translation>Bei {count} von {total} Gebäuden ist die Traufhöhe nicht glaubhaft; sie bleibt leer.</translation>
    </message>
    <message>
        <source>{count} of {total} buildings have an implausible floor area; it was left empty.</source>
        <translation>Bei {count} von {total} Gebäuden ist die Fläche nicht glaubhaft; sie bleibt leer.</translation>
    </message>
    <message>
        <source>{count} of {total} buildings have an implausible height; it was left empty.</source>
        <translation>Bei {count} von {total} Gebäuden ist die Höhe nicht glaubhaft; sie bleibt leer.</translation>
    </message>
    <message>
        <source>{count} of {total} buildings have an implausible number of storeys in the roof; it was left empty.</source>
        <translation>Bei {count} von {total} Gebäuden ist die Zahl der Dachgeschosse nicht glaubhaft; sie bleibt leer.</translation>
    </message>
    <message>
        <source>{count} of {total} buildings have an implausible number of storeys; it was left empty.</source>
        <translation>Bei {count} von {total} Gebäuden ist die Geschosszahl nicht glaubhaft; sie bleibt leer.</translation>
    </message>
    <message>
        <source>{count} of {total} buildings have an implausible year of construction; it was left empty.</source>
        <translation>Bei {count} von {total} Gebäuden ist das Baujahr nicht glaubhaft; es bleibt leer.</translation>
    </message>
    <message>
        <source>{count} of {total} units are planned, closed or of unknown status and in no sum.</source>
        <translation>{count} von {total} Einheiten sind geplant, stillgelegt oder ohne bekannten Status und stehen in keiner Summe.</translation>
    </message>
    <message>
        <source>{count} units have a catalogue number of the register that EnAct does not know; it was kept.</source>
        <translation>{count} Einheiten haben eine Katalognummer des Registers, die EnAct nicht kennt; sie wurde beibehalten.</translation>
    </message>
    <message>
        <source>{count} units of the file belong to other municipalities and were not taken.</source>
        <translation>{count} Einheiten der Datei gehören zu anderen Gemeinden und wurden nicht übernommen.</translation>
    </message>
    <message>
        <source>{count} units stand under a municipality key that is no longer valid; they were assigned to the successor.</source>
        <translation>{count} Einheiten stehen unter einem nicht mehr gültigen Gemeindeschlüssel; sie wurden der Nachfolgegemeinde zugeordnet.</translation>
    </message>
    <message>
        <source>{count} values of {file} are neither a number nor a dash and were left empty.</source>
        <translation>{count} Werte in {file} sind weder Zahl noch Strich und bleiben leer.</translation>
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
        <translation>{file} in {path} ist unglaubhaft groß und wurde nicht gelesen (entpackt das {ratio}-Fache). Bitte die Datei erneut beim Statistischen Amt herunterladen.</translation>
    </message>
    <message>
        <source>{file} in {path} is protected by a password. Unpack it and give the csv.</source>
        <translation>{file} in {path} ist mit einem Passwort geschützt. Bitte entpacken und die csv-Datei angeben.</translation>
    </message>
    <message>
        <source>{gross_kw} kW gross and {net_kw} kW net are too much for a plug-in solar device.</source>
        <translation>{gross_kw} kW brutto und {net_kw} kW netto sind zu viel für eine steckerfertige Solaranlage.</translation>
    </message>
    <message>
        <source>{gross_kw} kW on {module_count} modules is implausible per module: watts entered as kilowatts, or modules counted wrong.</source>
        <translation>{gross_kw} kW bei {module_count} Modulen sind je Modul unplausibel: Watt als Kilowatt eingetragen oder Module falsch gezählt.</translation>
    </message>
    <message>
        <source>{kind}: areas are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Flächen, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Layerart wählen.</translation>
    </message>
    <message>
        <source>{kind}: gas networks are kept by block only, never as pipes; the source holds {rows} lines or points. Give the blocks with their connections.</source>
        <translation>{kind}: Gasnetze werden nur baublockbezogen geführt, nie als Leitungen; die Quelle enthält {rows} Linien oder Punkte. Bitte die Baublöcke mit ihren Anschlüssen angeben.</translation>
    </message>
    <message>
        <source>{kind}: geometries are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Geometrien, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Layerart wählen.</translation>
    </message>
    <message>
        <source>{kind}: lines are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Linien, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Layerart wählen.</translation>
    </message>
    <message>
        <source>{kind}: none of the {rows} objects lies in the municipality. Check the coordinate reference system and whether it is the right file.</source>
        <translation>{kind}: Keines der {rows} Objekte liegt in der Gemeinde. Bitte das Koordinatensystem prüfen und ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>{kind}: points are needed and there are none. The source has: {found}. Choose another layer or another kind.</source>
        <translation>{kind}: Gebraucht werden Punkte, und es gibt keine. Die Quelle enthält: {found}. Bitte einen anderen Layer oder eine andere Layerart wählen.</translation>
    </message>
    <message>
        <source>{layer} has no coordinate reference system and its coordinates do not tell which one it is. Set it in the layer's properties (Source) and start again.</source>
        <translation>{layer} hat kein Koordinatensystem, und die Koordinaten verraten nicht, welches es ist. Bitte in den Layereigenschaften unter „Quelle“ das Koordinatensystem festlegen und neu starten.</translation>
    </message>
    <message>
        <source>{layer} has nothing inside the municipality. Check its coordinate reference system ({crs}) and whether it is the right file.</source>
        <translation>{layer} enthält nichts innerhalb der Gemeinde. Bitte das Koordinatensystem ({crs}) prüfen und ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>{layer} is empty.</source>
        <translation>{layer} ist leer.</translation>
    </message>
    <message>
        <source>{layer} needs a geometry, and the source has none. Its fields: {fields}. Load the table in QGIS as a point layer first, or choose the layer it belongs to.</source>
        <translation>{layer} braucht eine Geometrie, die Quelle hat keine. Ihre Felder: {fields}. Bitte die Tabelle zuerst in QGIS als Punktlayer laden oder den zugehörigen Layer wählen.</translation>
    </message>
    <message>
        <source>{layer} states no usable coordinate reference system; its coordinates fit {crs}, which is assumed.</source>
        <translation>{layer} nennt kein brauchbares Koordinatensystem; die Koordinaten passen zu {crs}, das wird angenommen.</translation>
    </message>
    <message>
        <source>{layer}: not given, skipped</source>
        <translation>{layer}: nicht angegeben, übersprungen</translation>
    </message>
    <message>
        <source>{layer}: not loaded. {reason}</source>
        <translation>{layer}: nicht geladen. {reason}</translation>
    </message>
    <message>
        <source>{layer}: {rows} written, {rows_in} read, {merged} merged</source>
        <translation>{layer}: {rows} geschrieben, {rows_in} gelesen, {merged} zusammengeführt</translation>
    </message>
    <message>
        <source>{objects} objects hold {addresses} addresses; each became a row.</source>
        <translation>{objects} Objekte tragen {addresses} Adressen; jede wurde eine Zeile.</translation>
    </message>
    <message>
        <source>{objects} objects of the 3D model have no ground surface and are missing.</source>
        <translation>{objects} Objekte des 3D-Modells haben keine Grundfläche und fehlen.</translation>
    </message>
    <message>
        <source>{path} (parameter {parameter}) cannot be read as a layer. Check in QGIS whether it opens there.</source>
        <translation>{path} (Parameter {parameter}) lässt sich nicht als Layer lesen. Bitte prüfen, ob QGIS die Datei öffnen kann.</translation>
    </message>
    <message>
        <source>{path} (parameter {parameter}) does not exist.</source>
        <translation>{path} (Parameter {parameter}) gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} cannot be read here; expected is a file of kind {endings}.</source>
        <translation>{path} kann hier nicht gelesen werden; erwartet wird eine Datei der Art {endings}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {detail}.</source>
        <translation>{path} ist nicht lesbar: {detail}.</translation>
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
        <source>{path} does not exist. Choose the file again or leave the field empty.</source>
        <translation>{path} gibt es nicht. Bitte die Datei neu wählen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose the file again.</source>
        <translation>{path} gibt es nicht. Bitte die Datei neu wählen.</translation>
    </message>
    <message>
        <source>{path} ends too early (character {position}): the download was broken off, units are missing. Fetch it again; nothing was loaded.</source>
        <translation>{path} endet zu früh (Zeichen {position}): Der Abruf wurde abgebrochen, es fehlen Anlagen. Bitte neu abrufen; es wurde nichts geladen.</translation>
    </message>
    <message>
        <source>{path} ends within its last line: the download was broken off, more units may be missing. Export again.</source>
        <translation>{path} endet mitten in der letzten Zeile: Der Download wurde abgebrochen, es können weitere Anlagen fehlen. Bitte neu exportieren.</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} gibt es schon.</translation>
    </message>
    <message>
        <source>{path} holds JSON. Choose SOURCE=json.</source>
        <translation>{path} enthält JSON. Bitte SOURCE=json wählen.</translation>
    </message>
    <message>
        <source>{path} holds a CSV table. Choose SOURCE=csv.</source>
        <translation>{path} enthält eine CSV-Tabelle. Bitte SOURCE=csv wählen.</translation>
    </message>
    <message>
        <source>{path} holds a coarser grid ({file}). Needed is the 100 m grid; the official zip holds all three.</source>
        <translation>{path} enthält ein gröberes Gitter ({file}). Gebraucht wird das 100-m-Gitter; das amtliche Zip enthält alle drei.</translation>
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
        <translation>{path} enthält mehr als {cells} Gitterzellen. Bitte eine Grenze angeben, damit nur die Gemeinde geladen wird.</translation>
    </message>
    <message>
        <source>{path} holds no csv file (it holds: {files}). Choose a zip with grid data of the census.</source>
        <translation>{path} enthält keine csv-Datei (sondern: {files}). Bitte ein Zip mit Gitterdaten des Zensus wählen.</translation>
    </message>
    <message>
        <source>{path} holds no unit below the headings ({broken} damaged lines). Export the units again.</source>
        <translation>{path} enthält unter den Spaltenköpfen keine Einheit ({broken} beschädigte Zeilen). Bitte die Einheiten neu exportieren.</translation>
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
        <source>{path} is XML. The bulk export of the register is not read here: use the CSV of the extended unit overview (SOURCE=csv) or the JSON endpoint (SOURCE=json).</source>
        <translation>{path} ist eine XML-Datei. Der Gesamtdatenexport wird hier nicht gelesen: bitte die CSV der erweiterten Einheitenübersicht (SOURCE=csv) oder die JSON-Schnittstelle (SOURCE=json) verwenden.</translation>
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
        <source>{path} is damaged or incomplete ({detail}). Download it again.</source>
        <translation>{path} ist beschädigt oder unvollständig ({detail}). Bitte erneut herunterladen.</translation>
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
        <source>{path} is not a workspace of EnAct. Choose another file, or a new name.</source>
        <translation>{path} ist kein Arbeitsbereich von EnAct. Bitte eine andere Datei oder einen neuen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} is not stored as UTF-8 but in the Windows code page: another program has saved it. It was read so.</source>
        <translation>{path} ist nicht in UTF-8, sondern im Windows-Zeichensatz gespeichert: Ein anderes Programm hat die Datei geschrieben. Sie wurde so gelesen.</translation>
    </message>
    <message>
        <source>{path} is of an older version (schema {version}) that cannot be brought to schema {target}. It is unchanged.</source>
        <translation>{path} ist von einer älteren Version (Schema {version}), die nicht auf Schema {target} gebracht werden kann. Die Datei ist unverändert.</translation>
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
        <source>{path} is to be written, but is also chosen as a source. Choose another file for one of them.</source>
        <translation>{path} soll geschrieben werden, ist aber zugleich als Quelle gewählt. Bitte für eines von beiden eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} is write-protected. Remove the protection or choose another file.</source>
        <translation>{path} ist schreibgeschützt. Bitte den Schreibschutz aufheben oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} lacks the columns {headings}. Export all columns of the extended unit overview.</source>
        <translation>In {path} fehlen die Spalten {headings}. Bitte die erweiterte Einheitenübersicht mit allen Spalten exportieren.</translation>
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
        <source>{path} was written by a newer EnAct (schema {version}, known: {known}). Update EnAct.</source>
        <translation>{path} stammt von einer neueren EnAct-Version (Schema {version}, bekannt ist {known}). Bitte EnAct aktualisieren.</translation>
    </message>
    <message>
        <source>{path}: dates are written in two ways ({first} and {second}). A spreadsheet has changed part of them, perhaps with day and month swapped. Choose the file as the register delivered it, or set DATE_ORDER.</source>
        <translation>{path}: Die Daten sind verschieden geschrieben ({first} und {second}). Eine Tabellenkalkulation hat einen Teil verändert, womöglich mit vertauschtem Tag und Monat. Bitte die Datei wählen, wie das Register sie liefert, oder DATE_ORDER setzen.</translation>
    </message>
    <message>
        <source>{path}: single characters are damaged and were replaced. Names may be wrong; figures are not concerned.</source>
        <translation>{path}: Einzelne Zeichen sind beschädigt und wurden ersetzt. Namen können falsch sein, Zahlen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>{path}: the dates (for instance {example}) may have the day or the month in front, and no value of the file tells which. Set DATE_ORDER to dmy (day first) or mdy (month first); the register writes them in the language of the browser.</source>
        <translation>{path}: Bei den Daten (zum Beispiel {example}) kann der Tag oder der Monat vorn stehen, kein Wert der Datei entscheidet es. Bitte DATE_ORDER auf dmy (Tag zuerst) oder mdy (Monat zuerst) setzen; das Register schreibt sie in der Sprache des Browsers.</translation>
    </message>
    <message>
        <source>{path}: the pages state different totals ({low} to {high}): the register changed while they were fetched, or they belong to different requests.</source>
        <translation>{path}: Die Seiten nennen verschiedene Gesamtzahlen ({low} bis {high}): Das Register hat sich während des Abrufs geändert, oder sie gehören zu verschiedenen Anfragen.</translation>
    </message>
    <message>
        <source>{path}: {count} columns are unknown and were not read: {headings}</source>
        <translation>{path}: {count} Spalten sind unbekannt und wurden nicht gelesen: {headings}</translation>
    </message>
    <message>
        <source>{path}: {count} lines do not fit the headings and were left out (lines {lines}). Compare them with the export.</source>
        <translation>{path}: {count} Zeilen passen nicht zu den Spaltenköpfen und wurden ausgelassen (Zeilen {lines}). Bitte mit dem Export vergleichen.</translation>
    </message>
    <message>
        <source>{path}: {first} has the day in front, {second} the month. Two exports were joined, or another program changed the dates. Load the exports one by one, or set DATE_ORDER; dates that do not fit stay empty then.</source>
        <translation>{path}: Bei {first} steht der Tag vorn, bei {second} der Monat. Zwei Exporte wurden verbunden, oder ein anderes Programm hat die Daten verändert. Bitte die Exporte einzeln laden oder DATE_ORDER setzen; was nicht passt, bleibt dann leer.</translation>
    </message>
    <message>
        <source>{path}: {units} of {total} units are there, {missing} are missing. Fetch all pages.</source>
        <translation>{path}: Es sind {units} von {total} Einheiten vorhanden, {missing} fehlen. Bitte alle Seiten abrufen.</translation>
    </message>
    <message>
        <source>{path}: {units} units are there though the register states {total}: it changed while they were fetched, or the pages belong to different requests.</source>
        <translation>{path}: Es sind {units} Einheiten vorhanden, obwohl das Register {total} nennt: Es hat sich während des Abrufs geändert, oder die Seiten gehören zu verschiedenen Anfragen.</translation>
    </message>
    <message>
        <source>{rows} areas were joined with others of the same key ({column}).</source>
        <translation>{rows} Flächen wurden mit anderen desselben Schlüssels ({column}) verbunden.</translation>
    </message>
    <message>
        <source>{rows} areas, lines or groups of points became one point each.</source>
        <translation>{rows} Flächen, Linien oder Punktgruppen wurden zu je einem Punkt.</translation>
    </message>
    <message>
        <source>{rows} function codes are not in the official list; their use is unknown: {codes}.</source>
        <translation>{rows} Funktionsschlüssel stehen nicht in der amtlichen Liste, die Nutzung ist dort unbekannt: {codes}.</translation>
    </message>
    <message>
        <source>{rows} invalid geometries were repaired.</source>
        <translation>{rows} ungültige Geometrien wurden repariert.</translation>
    </message>
    <message>
        <source>{rows} lines of {file} are cut or torn; the file may be incomplete.</source>
        <translation>{rows} Zeilen in {file} sind abgeschnitten oder beschädigt; die Datei ist vielleicht unvollständig.</translation>
    </message>
    <message>
        <source>{rows} objects outside the municipality were left out.</source>
        <translation>{rows} Objekte außerhalb der Gemeinde wurden ausgelassen.</translation>
    </message>
    <message>
        <source>{rows} repetitions of other rows were merged with them.</source>
        <translation>{rows} Wiederholungen anderer Zeilen wurden mit diesen zusammengeführt.</translation>
    </message>
    <message>
        <source>{rows} rows have no usable key; it was made from their geometry.</source>
        <translation>{rows} Zeilen haben keinen brauchbaren Schlüssel; er wurde aus ihrer Geometrie gebildet.</translation>
    </message>
    <message>
        <source>{rows} rows have no usable key; it was made from their texts.</source>
        <translation>{rows} Zeilen haben keinen brauchbaren Schlüssel; er wurde aus ihren Texten gebildet.</translation>
    </message>
    <message>
        <source>{rows} rows read …</source>
        <translation>{rows} Zeilen gelesen …</translation>
    </message>
    <message>
        <source>{rows} rows shared a key with others; it was extended.</source>
        <translation>{rows} Zeilen teilten ihren Schlüssel mit anderen; er wurde erweitert.</translation>
    </message>
    <message>
        <source>{units} of {total} existing units have no place in the register (generation: {kw} of {total_kw} kW net). They are counted by municipality and postcode and never drawn at an invented point.</source>
        <translation>{units} von {total} bestehenden Anlagen haben im Register keine Lage (Erzeuger: {kw} von {total_kw} kW netto). Sie sind je Gemeinde und Postleitzahl gezählt und werden nie an einem erfundenen Punkt gezeichnet.</translation>
    </message>
    <message>
        <source>“{text}” fits several municipalities: {names}. Choose one from the list.</source>
        <translation>„{text}“ passt auf mehrere Gemeinden: {names}. Bitte eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>“{unreadable}” is no date; the field stays empty.</source>
        <translation>„{unreadable}“ ist kein Datum; das Feld bleibt leer.</translation>
    </message>
    <message>
        <source>“{unreadable}” is no number; the field stays empty.</source>
        <translation>„{unreadable}“ ist keine Zahl; das Feld bleibt leer.</translation>
    </message>
    <message>
        <source>… and {count} more of this kind</source>
        <translation>… und {count} weitere dieser Art</translation>
    </message>
</context>
<context>
    <name>EnactParameters</name>
    <message>
        <source>Attribution</source>
        <translation>Quellenvermerk</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Gemeindegrenze</translation>
    </message>
    <message>
        <source>Date as 2026-08-31; stays unknown when left empty.</source>
        <translation>Datum wie 2026-08-31; bleibt unbekannt, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>Field mapping (JSON)</source>
        <translation>Feldzuordnung (JSON)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Municipality key (AGS)</source>
        <translation>Gemeindeschlüssel (AGS)</translation>
    </message>
    <message>
        <source>Official municipality key, eight digits, for instance 14713000 for Leipzig. A name would not do: the district around Leipzig is called Leipzig too.</source>
        <translation>Amtlicher Gemeindeschlüssel, acht Ziffern, zum Beispiel 14713000 für Leipzig. Ein Name genügt nicht: Auch der Landkreis um Leipzig heißt Leipzig.</translation>
    </message>
    <message>
        <source>Our field to the source's field, for instance {&quot;use&quot;: &quot;NUTZUNG&quot;, &quot;built_year&quot;: &quot;BAUJAHR&quot;}. Left empty, the mapping remembered for such a source is used, else one proposed from names and types.</source>
        <translation>Feld von EnAct zu Feld der Quelle, zum Beispiel {&quot;use&quot;: &quot;NUTZUNG&quot;, &quot;built_year&quot;: &quot;BAUJAHR&quot;}. Ohne Angabe gilt die für solche Quellen gemerkte Zuordnung, sonst ein Vorschlag aus Namen und Typen.</translation>
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
        <source>Short name as it is cited, for instance dl-de/by-2-0.</source>
        <translation>Kurzname, wie er zitiert wird, zum Beispiel dl-de/by-2-0.</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>The GeoPackage that holds all layers of the municipality. An existing workspace is kept: only the layers loaded now are replaced.</source>
        <translation>Das GeoPackage mit allen Ebenen der Gemeinde. Ein vorhandener Arbeitsbereich bleibt: Nur die jetzt geladenen Ebenen werden ersetzt.</translation>
    </message>
    <message>
        <source>The GeoPackage that holds all layers of the municipality. It is made when it does not exist; otherwise only the layer in question is replaced.</source>
        <translation>Das GeoPackage mit allen Ebenen der Gemeinde. Es wird angelegt, wenn es fehlt; sonst wird nur die betreffende Ebene ersetzt.</translation>
    </message>
    <message>
        <source>The QGIS project with groups, styles, map themes and layouts. It refers to the workspace by a relative path: move both together.</source>
        <translation>Das QGIS-Projekt mit Gruppen, Darstellungen, Kartenthemen und Layouts. Es verweist mit einem relativen Pfad auf den Arbeitsbereich: beide zusammen verschieben.</translation>
    </message>
    <message>
        <source>The line to be printed on maps, for instance © GeoSN.</source>
        <translation>Die Zeile, die auf Karten steht, zum Beispiel © GeoSN.</translation>
    </message>
    <message>
        <source>Workspace (GeoPackage)</source>
        <translation>Arbeitsbereich (GeoPackage)</translation>
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
        <translation>&lt;p&gt;Ein GeoPackage mit allen Ebenen der Gemeinde. Eine neue Datei wird angelegt; in einer vorhandenen werden nur die hier gewählten Datensätze ersetzt, alle anderen bleiben.&lt;/p&gt;</translation>
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
        <source>&lt;p&gt;Power and heat plants and storage units of the register (Marktstammdatenregister): the CSV of the &lt;i&gt;extended&lt;/i&gt; overview of units, or JSON of its public interface. Rows of other municipalities are left out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Where to get it:&lt;/b&gt; &lt;a href=&quot;https://www.marktstammdatenregister.de&quot;&gt;www.marktstammdatenregister.de&lt;/a&gt;, “Erweiterte Einheitenübersicht”, filter by Gemeindeschlüssel, export as CSV. The &lt;i&gt;simple&lt;/i&gt; overview does not suffice: it lacks the key of the municipality.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Strom- und Wärmeerzeuger und Speicher aus dem Marktstammdatenregister: die CSV-Datei der &lt;i&gt;erweiterten&lt;/i&gt; Einheitenübersicht oder JSON der öffentlichen Schnittstelle. Zeilen anderer Gemeinden bleiben weg.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Woher:&lt;/b&gt; &lt;a href=&quot;https://www.marktstammdatenregister.de&quot;&gt;www.marktstammdatenregister.de&lt;/a&gt;, „Erweiterte Einheitenübersicht“, nach dem Gemeindeschlüssel filtern, als CSV exportieren. Die &lt;i&gt;einfache&lt;/i&gt; Übersicht reicht nicht: Ihr fehlt der Gemeindeschlüssel.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The QGIS project with styled layers, map themes and print layouts. A project that is already there is renewed: your own layers, styles and layouts stay. Keep it in the same folder as the workspace, so that both can be passed on together.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das QGIS-Projekt mit gestalteten Ebenen, Kartenthemen und Drucklayouts. Ein vorhandenes Projekt wird erneuert: eigene Layer, Stile und Layouts bleiben. Am besten liegt es im selben Ordner wie der Arbeitsbereich, dann lassen sich beide zusammen weitergeben.&lt;/p&gt;</translation>
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
        <source>P&amp;lants</source>
        <translation>Energiean&amp;lagen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
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
        <source>unusual type</source>
        <translation>unüblicher Typ</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>falscher Typ</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&lt;h2&gt;From a few files to a map&lt;/h2&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Get the files.&lt;/b&gt; For each data set the dialog “Open municipality” says where to get it. None is compulsory: what you do not have is skipped, and the report says so.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Open the municipality.&lt;/b&gt; Choose it, give files or layers, start. All layers go into one GeoPackage, the workspace; beside it stands a QGIS project with styles, map themes and print layouts.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Look around.&lt;/b&gt; The map themes (eye symbol above the layer tree) show energy plants, buildings and the heat plan. The notes of a layer name its source, date and licence.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Update.&lt;/b&gt; Open the same municipality again with a newer file: only that layer is replaced.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;No files at hand?&lt;/h3&gt;&lt;p&gt;“Demo municipality” writes a fictitious town and opens the dialog with its files.&lt;/p&gt;&lt;h3&gt;Models and batches&lt;/h3&gt;&lt;p&gt;All that the dialog does is done by the algorithms of the group EnAct in the processing toolbox; they can be used in models, as a batch, and with qgis_process.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Von ein paar Dateien zur Karte&lt;/h2&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Dateien besorgen.&lt;/b&gt; Der Dialog „Gemeinde öffnen“ nennt zu jedem Datensatz, woher es ihn gibt. Keiner ist Pflicht: Was fehlt, wird übersprungen und im Bericht genannt.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Gemeinde öffnen.&lt;/b&gt; Gemeinde wählen, Dateien oder Layer angeben, starten. Alle Ebenen kommen in ein GeoPackage, den Arbeitsbereich; daneben entsteht ein QGIS-Projekt mit Darstellungen, Kartenthemen und Drucklayouts.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Ansehen.&lt;/b&gt; Die Kartenthemen (Augensymbol über dem Ebenenbaum) zeigen Energieanlagen, Gebäudebestand und Wärmeplanung. Die Notizen einer Ebene nennen Quelle, Stand und Lizenz.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Aktualisieren.&lt;/b&gt; Dieselbe Gemeinde mit einer neueren Datei noch einmal öffnen: Nur diese Ebene wird ersetzt.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;Keine Dateien zur Hand?&lt;/h3&gt;&lt;p&gt;„Demo-Gemeinde“ schreibt eine fiktive Stadt und öffnet den Dialog mit ihren Dateien.&lt;/p&gt;&lt;h3&gt;Modelle und Stapel&lt;/h3&gt;&lt;p&gt;Alles, was der Dialog tut, erledigen die Algorithmen der Gruppe EnAct in den Verarbeitungswerkzeugen; sie lassen sich in Modellen, als Stapel und mit qgis_process verwenden.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>EnAct – first steps</source>
        <translation>EnAct – erste Schritte</translation>
    </message>
</context>
<context>
    <name>LoadBuildings</name>
    <message>
        <source>Buildings (layer or file)</source>
        <translation>Gebäude (Layer oder Datei)</translation>
    </message>
    <message>
        <source>Kind of building data</source>
        <translation>Art der Gebäudedaten</translation>
    </message>
    <message>
        <source>Load buildings</source>
        <translation>Gebäude laden</translation>
    </message>
    <message>
        <source>Loads buildings from LoD2 surfaces, ALKIS outlines, OpenStreetMap or any polygon layer.</source>
        <translation>Lädt Gebäude aus LoD2-Flächen, ALKIS-Hausumringen, OpenStreetMap oder einem beliebigen Flächenlayer.</translation>
    </message>
    <message>
        <source>Polygons of the buildings, in any CRS.</source>
        <translation>Flächen der Gebäude, in beliebigem Koordinatensystem.</translation>
    </message>
    <message>
        <source>Writes the layer 'buildings': one row per building with use, storeys, height, age and address as far as the source tells them, and for each of them where it comes from. Building parts of LoD2 are merged, invalid rings repaired, repeated objects counted once. What the source does not tell stays empty.</source>
        <translation>Schreibt die Ebene „buildings“: eine Zeile je Gebäude mit Nutzung, Geschossen, Höhe, Alter und Adresse, soweit die Quelle sie nennt, und zu jeder Angabe, woher sie stammt. Gebäudeteile aus LoD2 werden zusammengeführt, ungültige Ringe repariert, wiederholte Objekte einmal gezählt. Was die Quelle nicht nennt, bleibt leer.</translation>
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
        <source>Loads the 100 m grid of the census: age, type, heating and energy carrier of buildings.</source>
        <translation>Lädt das 100-m-Gitter des Zensus: Alter, Typ, Heizungsart und Energieträger der Gebäude.</translation>
    </message>
    <message>
        <source>Reads files of the Census 2022 (zip or csv, one per topic, as downloaded) or the pivoted form of the Census 2011 and writes the layer 'census_cells'. The marks of statistical secrecy are kept: a dash is not a zero, and classes need not add up to the total.</source>
        <translation>Liest Dateien des Zensus 2022 (Zip oder CSV, eine je Thema, wie heruntergeladen) oder die breite Form des Zensus 2011 und schreibt die Ebene „census_cells“. Die Zeichen der statistischen Geheimhaltung bleiben erhalten: Ein Strich ist keine Null, und Klassen müssen sich nicht zur Summe addieren.</translation>
    </message>
    <message>
        <source>Zip or csv files of the 100 m grid; several topics may be given.</source>
        <translation>Zip- oder CSV-Dateien des 100-m-Gitters; mehrere Themen sind möglich.</translation>
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
        <source>What the layer is; the kinds are described in the user guide.</source>
        <translation>Was der Layer zeigt; die Arten sind im Handbuch beschrieben.</translation>
    </message>
    <message>
        <source>Whatever QGIS can open, in any CRS.</source>
        <translation>Alles, was QGIS öffnen kann, in beliebigem Koordinatensystem.</translation>
    </message>
    <message>
        <source>Writes a layer of the workspace from any vector layer, file, service or table that QGIS can open. The kind says what it is. Source fields are proposed by name and type; a mapping given once is remembered for sources of the same form. Geometry is repaired, everything outside the municipality left out and counted.</source>
        <translation>Schreibt eine Ebene des Arbeitsbereichs aus einem beliebigen Vektorlayer, einer Datei, einem Dienst oder einer Tabelle, die QGIS öffnen kann. Die Art sagt, worum es sich handelt. Felder der Quelle werden nach Name und Typ vorgeschlagen; eine einmal angegebene Zuordnung wird für gleichartige Quellen gemerkt. Geometrien werden repariert; was außerhalb der Gemeinde liegt, bleibt weg und wird gezählt.</translation>
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
        <source>CSV of the extended unit overview, or saved answers of the JSON endpoint.</source>
        <translation>CSV der erweiterten Einheitenübersicht oder gespeicherte Antworten der JSON-Schnittstelle.</translation>
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
        <source>The main job: register of energy plants, buildings, streets, districts, addresses, census grid and layers of the heat plan for one municipality, each checked, counted and written into one GeoPackage, and a QGIS project with preset styles. What is not given is skipped and said so; a data set that cannot be read is named with the reason while the others go on.</source>
        <translation>Die Hauptaufgabe: Anlagenregister, Gebäude, Straßen, Ortsteile, Adressen, Zensusgitter und Ebenen des Wärmeplans einer Gemeinde, jeweils geprüft, gezählt und in ein GeoPackage geschrieben, dazu ein QGIS-Projekt mit vorbereiteten Darstellungen. Was nicht angegeben ist, wird übersprungen und genannt; ein Datensatz, der sich nicht lesen lässt, wird mit dem Grund genannt, während die anderen weiterlaufen.</translation>
    </message>
    <message>
        <source>The municipality's polygon, or a layer of many; without it the outline of the districts.</source>
        <translation>Die Fläche der Gemeinde oder ein Layer mit vielen Gemeinden; ohne Angabe der Umriss der Ortsteile.</translation>
    </message>
    <message>
        <source>Zip or csv files of the 100 m grid.</source>
        <translation>Zip- oder CSV-Dateien des 100-m-Gitters.</translation>
    </message>
    <message>
        <source>kind=file, several with a semicolon between, for instance supply_areas=gebiete.gpkg;heat_networks=netz.shp. The kinds are those of 'Load layer by kind'.</source>
        <translation>Art=Datei, mehrere mit Semikolon getrennt, zum Beispiel supply_areas=gebiete.gpkg;heat_networks=netz.shp. Die Arten sind die von „Ebene nach Art laden“.</translation>
    </message>
</context>
<context>
    <name>LoadPlants</name>
    <message>
        <source>Districts</source>
        <translation>Ortsteile</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder of saved pages (json)</source>
        <translation>Ordner mit gespeicherten Seiten (json)</translation>
    </message>
    <message>
        <source>Form of the register data</source>
        <translation>Form der Registerdaten</translation>
    </message>
    <message>
        <source>Instead of one file: a folder with all pages of the answer.</source>
        <translation>Statt einer Datei: ein Ordner mit allen Seiten der Antwort.</translation>
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
        <source>Order of day and month (csv)</source>
        <translation>Reihenfolge von Tag und Monat (CSV)</translation>
    </message>
    <message>
        <source>Polygons for the sums per district; without them the districts in the workspace.</source>
        <translation>Flächen für die Summen je Ortsteil; ohne Angabe die Ortsteile im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Reads the units of one municipality from a file of the Marktstammdatenregister and writes the layers 'plants' (one row per unit) and 'plants_by_area' (sums per municipality, postcode and district). Units of up to 30 kW have no published place: they stay rows without a point and are counted, never drawn at an invented place. Implausible values are marked, not deleted.</source>
        <translation>Liest die Einheiten einer Gemeinde aus einer Datei des Marktstammdatenregisters und schreibt die Ebenen „plants“ (eine Zeile je Einheit) und „plants_by_area“ (Summen je Gemeinde, Postleitzahl und Ortsteil). Von Einheiten bis 30 kW ist keine Lage veröffentlicht: Sie bleiben Zeilen ohne Punkt und werden gezählt, nie an erfundener Stelle gezeichnet. Unplausible Werte werden gekennzeichnet, nicht gelöscht.</translation>
    </message>
    <message>
        <source>The downloaded CSV file, or one saved answer of the endpoint.</source>
        <translation>Die heruntergeladene CSV-Datei oder eine gespeicherte Antwort des Endpunkts.</translation>
    </message>
    <message>
        <source>The register writes dates in the browser's language; auto decides from the values.</source>
        <translation>Das Register schreibt Daten in der Sprache des Browsers; auto entscheidet nach den Werten.</translation>
    </message>
    <message>
        <source>csv: download of the extended unit overview (Erweiterte Einheitenübersicht) as CSV. json: saved answers of the public JSON endpoint, one file or a folder of pages.</source>
        <translation>csv: Download der erweiterten Einheitenübersicht als CSV. json: gespeicherte Antworten der öffentlichen JSON-Schnittstelle, eine Datei oder ein Ordner mit Seiten.</translation>
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
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
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
    <name>SourceInput</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
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
        <source>or layer …</source>
        <translation>oder Layer …</translation>
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
