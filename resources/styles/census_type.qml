<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="prevailing_type" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Freistehendes Einfamilienhaus" render="true" symbol="0" type="string" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}" value="detached_1"></category>
   <category label="Doppelhaushälfte, eine Wohnung" render="true" symbol="1" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="semidetached_1"></category>
   <category label="Reihenhaus, eine Wohnung" render="true" symbol="2" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="terraced_1"></category>
   <category label="Freistehendes Zweifamilienhaus" render="true" symbol="3" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="detached_2"></category>
   <category label="Doppelhaushälfte, zwei Wohnungen" render="true" symbol="4" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="semidetached_2"></category>
   <category label="Reihenhaus, zwei Wohnungen" render="true" symbol="5" type="string" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}" value="terraced_2"></category>
   <category label="Mehrfamilienhaus, 3 bis 6 Wohnungen" render="true" symbol="6" type="string" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}" value="flats_3_6"></category>
   <category label="Mehrfamilienhaus, 7 bis 12 Wohnungen" render="true" symbol="7" type="string" uuid="{77ad5662-c7d3-580b-9e58-6d70f473ac01}" value="flats_7_12"></category>
   <category label="Mehrfamilienhaus, ab 13 Wohnungen" render="true" symbol="8" type="string" uuid="{36527699-eb0c-5a75-a697-9bb4dfc9ec81}" value="flats_13"></category>
   <category label="Anderer Gebäudetyp" render="true" symbol="9" type="string" uuid="{4bf01ff2-cb96-520e-a50d-aaf4d4625801}" value="other"></category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="255,250,185,190,rgb:1,0.98039215686274506,0.72549019607843135,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="247,207,11,190,rgb:0.96862745098039216,0.81176470588235294,0.04313725490196078,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="236,91,19,190,rgb:0.92549019607843142,0.35686274509803922,0.07450980392156863,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="215,233,224,190,rgb:0.84313725490196079,0.9137254901960784,0.8784313725490196,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="111,187,131,190,rgb:0.43529411764705883,0.73333333333333328,0.51372549019607838,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="5" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="37,70,46,190,rgb:0.14509803921568629,0.27450980392156865,0.1803921568627451,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="6" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="122,200,248,190,rgb:0.47843137254901963,0.78431372549019607,0.97254901960784312,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="7" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="64,98,231,190,rgb:0.25098039215686274,0.3843137254901961,0.90588235294117647,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="8" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="23,32,54,190,rgb:0.09019607843137255,0.12549019607843137,0.21176470588235294,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="9" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="151,151,155,190,rgb:0.59215686274509804,0.59215686274509804,0.60784313725490191,0.74509803921568629"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.1"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
  </symbols>
  <rotation></rotation>
  <sizescale></sizescale>
  <data-defined-properties>
   <Option type="Map">
    <Option name="name" type="QString" value=""></Option>
    <Option name="properties"></Option>
    <Option name="type" type="QString" value="collection"></Option>
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1"></selectionColor>
 </selection>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <mapTip enabled="1">&lt;div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36"&gt;
&lt;b&gt;[% replace(to_string('100-m-Gitterzelle'), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% 'Zensus ' || "census_year" %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
[% if("population" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Einwohner&lt;/td&gt;&lt;td&gt;' || format_number("population", 0, 'de') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("dwellings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wohnungen&lt;/td&gt;&lt;td&gt;' || format_number("dwellings", 0, 'de') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("buildings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Gebäude mit Wohnraum&lt;/td&gt;&lt;td&gt;' || format_number("buildings", 0, 'de') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_age" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Vorherrschend: Baualtersklasse&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_age") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_age_share" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil der vorherrschenden Klasse (Baualtersklasse)&lt;/td&gt;&lt;td&gt;' || format_number("prevailing_age_share", if(abs("prevailing_age_share") &lt; 10, 2, if(abs("prevailing_age_share") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_type" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Vorherrschend: Gebäudetyp&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_type") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_type_share" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil der vorherrschenden Klasse (Gebäudetyp)&lt;/td&gt;&lt;td&gt;' || format_number("prevailing_type_share", if(abs("prevailing_type_share") &lt; 10, 2, if(abs("prevailing_type_share") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_heating" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Vorherrschend: Heizungsart&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_heating") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_heating_share" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil der vorherrschenden Klasse (Heizungsart)&lt;/td&gt;&lt;td&gt;' || format_number("prevailing_heating_share", if(abs("prevailing_heating_share") &lt; 10, 2, if(abs("prevailing_heating_share") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_carrier" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Vorherrschend: Energieträger&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_carrier") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_carrier_share" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil der vorherrschenden Klasse (Energieträger)&lt;/td&gt;&lt;td&gt;' || format_number("prevailing_carrier_share", if(abs("prevailing_carrier_share") &lt; 10, 2, if(abs("prevailing_carrier_share") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("living_area_per_person_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wohnfläche je Bewohner&lt;/td&gt;&lt;td&gt;' || format_number("living_area_per_person_m2", if(abs("living_area_per_person_m2") &lt; 10, 2, if(abs("living_area_per_person_m2") &lt; 100, 1, 0)), 'de', false, true) || ' m²' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("owner_share" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Eigentümerquote&lt;/td&gt;&lt;td&gt;' || format_number("owner_share", if(abs("owner_share") &lt; 10, 2, if(abs("owner_share") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("vacancy_share" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Leerstandsquote&lt;/td&gt;&lt;td&gt;' || format_number("vacancy_share", if(abs("vacancy_share") &lt; 10, 2, if(abs("vacancy_share") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
