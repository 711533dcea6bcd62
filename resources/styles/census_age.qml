<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="prevailing_age" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="bis 1918" render="true" symbol="0" type="string" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}" value="to_1918"></category>
   <category label="1919–1948" render="true" symbol="1" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="1919_1948"></category>
   <category label="1949–1978" render="true" symbol="2" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="1949_1978"></category>
   <category label="1979–1990" render="true" symbol="3" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="1979_1990"></category>
   <category label="1991–2000" render="true" symbol="4" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="1991_2000"></category>
   <category label="2001–2010" render="true" symbol="5" type="string" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}" value="2001_2010"></category>
   <category label="2011–2019" render="true" symbol="6" type="string" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}" value="2011_2019"></category>
   <category label="ab 2020" render="true" symbol="7" type="string" uuid="{77ad5662-c7d3-580b-9e58-6d70f473ac01}" value="from_2020"></category>
   <category label="Unbekannt" render="true" symbol="8" type="string" uuid="{36527699-eb0c-5a75-a697-9bb4dfc9ec81}" value="unknown"></category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="43,10,61,190,rgb:0.16862745098039217,0.0392156862745098,0.23921568627450981,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="132,27,100,190,rgb:0.51764705882352946,0.10588235294117647,0.39215686274509803,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="169,46,91,190,rgb:0.66274509803921566,0.1803921568627451,0.35686274509803922,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="199,64,80,190,rgb:0.7803921568627451,0.25098039215686274,0.31372549019607843,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="225,99,69,190,rgb:0.88235294117647056,0.38823529411764707,0.27058823529411763,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="243,157,66,190,rgb:0.95294117647058818,0.61568627450980395,0.25882352941176473,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="250,223,135,190,rgb:0.98039215686274506,0.87450980392156863,0.52941176470588236,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="255,251,208,190,rgb:1,0.98431372549019602,0.81568627450980391,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="185,185,185,190,rgb:0.72549019607843135,0.72549019607843135,0.72549019607843135,0.74509803921568629"></Option>
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
