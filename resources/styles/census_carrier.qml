<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="prevailing_carrier" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Gas" render="true" symbol="0" type="string" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}" value="gas"></category>
   <category label="Heizöl" render="true" symbol="1" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="oil"></category>
   <category label="Holz, Holzpellets" render="true" symbol="2" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="wood"></category>
   <category label="Biomasse (ohne Holz), Biogas" render="true" symbol="3" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="biomass"></category>
   <category label="Solar-, Geothermie, Wärmepumpe" render="true" symbol="4" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="ambient"></category>
   <category label="Strom (ohne Wärmepumpe)" render="true" symbol="5" type="string" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}" value="electricity"></category>
   <category label="Kohle" render="true" symbol="6" type="string" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}" value="coal"></category>
   <category label="Fernwärme" render="true" symbol="7" type="string" uuid="{77ad5662-c7d3-580b-9e58-6d70f473ac01}" value="district_heating"></category>
   <category label="keine Heizung" render="true" symbol="8" type="string" uuid="{36527699-eb0c-5a75-a697-9bb4dfc9ec81}" value="none"></category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="255,240,102,190,rgb:1,0.94117647058823528,0.40000000000000002,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="163,69,18,190,rgb:0.63921568627450975,0.27058823529411763,0.07058823529411765,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="65,151,79,190,rgb:0.25490196078431371,0.59215686274509804,0.30980392156862746,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="192,86,143,190,rgb:0.75294117647058822,0.33725490196078434,0.5607843137254902,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="176,241,208,190,rgb:0.69019607843137254,0.94509803921568625,0.81568627450980391,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="111,182,232,190,rgb:0.43529411764705883,0.71372549019607845,0.90980392156862744,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="26,24,28,190,rgb:0.10196078431372549,0.09411764705882353,0.10980392156862745,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="130,23,28,190,rgb:0.50980392156862742,0.09019607843137255,0.10980392156862745,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="189,187,187,190,rgb:0.74117647058823533,0.73333333333333328,0.73333333333333328,0.74509803921568629"></Option>
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
