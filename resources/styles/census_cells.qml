<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="coalesce(&quot;population&quot;, &quot;buildings&quot;)" enableorderby="0" forceraster="0" graduatedMethod="GraduatedColor" referencescale="-1" symbollevels="0" type="graduatedSymbol">
  <ranges>
   <range label="1 bis 5" lower="0.000000000000000" render="true" symbol="0" upper="6.000000000000000" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}"></range>
   <range label="6 bis 15" lower="6.000000000000000" render="true" symbol="1" upper="16.000000000000000" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}"></range>
   <range label="16 bis 30" lower="16.000000000000000" render="true" symbol="2" upper="31.000000000000000" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}"></range>
   <range label="31 bis 60" lower="31.000000000000000" render="true" symbol="3" upper="61.000000000000000" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}"></range>
   <range label="über 60" lower="61.000000000000000" render="true" symbol="4" upper="1000000000000.000000000000000" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}"></range>
  </ranges>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="234,243,227,190,rgb:0.91764705882352937,0.95294117647058818,0.8901960784313725,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="157,202,151,190,rgb:0.61568627450980395,0.792156862745098,0.59215686274509804,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="84,154,109,190,rgb:0.32941176470588235,0.60392156862745094,0.42745098039215684,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="42,116,85,190,rgb:0.16470588235294117,0.45490196078431372,0.33333333333333331,0.74509803921568629"></Option>
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
      <Option name="color" type="QString" value="16,72,57,190,rgb:0.06274509803921569,0.28235294117647058,0.22352941176470589,0.74509803921568629"></Option>
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
  <classificationMethod id="Custom">
   <symmetricMode astride="0" enabled="0" symmetrypoint="0"></symmetricMode>
   <labelFormat format="%1 - %2" labelprecision="4" trimtrailingzeroes="1"></labelFormat>
   <parameters>
    <Option></Option>
   </parameters>
   <extraInformation></extraInformation>
  </classificationMethod>
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
