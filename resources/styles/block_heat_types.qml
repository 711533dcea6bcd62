<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="prevailing_type" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Einfamilienhaus" render="true" symbol="0" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}">
    <val type="string" value="single_family"></val>
   </category>
   <category label="Reihenhaus" render="true" symbol="1" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}">
    <val type="string" value="terraced"></val>
   </category>
   <category label="Mehrfamilienhaus" render="true" symbol="2" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}">
    <val type="string" value="multi_family"></val>
   </category>
   <category label="Großes Mehrfamilienhaus" render="true" symbol="3" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}">
    <val type="string" value="large_multi_family"></val>
   </category>
   <category label="Wohngebäude ohne nähere Angabe" render="true" symbol="4" uuid="{36527699-eb0c-5a75-a697-9bb4dfc9ec81}">
    <val type="string" value="residential"></val>
   </category>
   <category label="Büro und Verwaltung" render="true" symbol="5" uuid="{67f68b78-d9af-5eee-8e6b-4016c153cd4e}">
    <val type="string" value="office"></val>
   </category>
   <category label="Handel, Beherbergung" render="true" symbol="6" uuid="{f7b9abab-0749-584a-b205-2f6dc466bcb6}">
    <val type="string" value="retail"></val>
    <val type="string" value="hospitality"></val>
   </category>
   <category label="Krankenhaus" render="true" symbol="7" uuid="{5ae4febc-4e9e-5877-b24d-08b4aa2e4e5a}">
    <val type="string" value="hospital"></val>
   </category>
   <category label="Bildung, Kultur, Sport" render="true" symbol="8" uuid="{7c55b9ef-348e-5eee-a85c-c6a49a51339c}">
    <val type="string" value="education"></val>
    <val type="string" value="culture"></val>
    <val type="string" value="sports"></val>
    <val type="string" value="swimming_pool"></val>
   </category>
   <category label="Industrie, Gewerbe, Lager" render="true" symbol="9" uuid="{cfdc7e3a-8a68-5e3c-983c-f71e2a65b823}">
    <val type="string" value="industry"></val>
    <val type="string" value="storage"></val>
   </category>
   <category label="Nichtwohngebäude ohne nähere Angabe" render="true" symbol="10" uuid="{9ad91f42-0be1-52e8-bf19-f8747ce7796d}">
    <val type="string" value="non_residential"></val>
   </category>
   <category label="Unbekannt" render="true" symbol="11" uuid="{dd2fdd1d-753b-5296-bc95-1d989b34712b}">
    <val type="string" value="unknown"></val>
   </category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="251,233,63,200,rgb:0.98431372549019602,0.9137254901960784,0.24705882352941178,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="230,132,34,200,rgb:0.90196078431372551,0.51764705882352946,0.13333333333333333,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="10" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="22,22,29,200,rgb:0.08627450980392157,0.08627450980392157,0.11372549019607843,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="11" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="205,205,207,200,rgb:0.80392156862745101,0.80392156862745101,0.81176470588235294,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="193,47,11,200,rgb:0.75686274509803919,0.18431372549019609,0.04313725490196078,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="97,8,5,200,rgb:0.38039215686274508,0.03137254901960784,0.0196078431372549,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="250,222,183,200,rgb:0.98039215686274506,0.87058823529411766,0.71764705882352942,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="5" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="60,80,216,200,rgb:0.23529411764705882,0.31372549019607843,0.84705882352941175,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="6" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="194,112,153,200,rgb:0.76078431372549016,0.4392156862745098,0.59999999999999998,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="7" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="79,185,239,200,rgb:0.30980392156862746,0.72549019607843135,0.93725490196078431,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="8" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="67,125,87,200,rgb:0.2627450980392157,0.49019607843137253,0.3411764705882353,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="9" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="103,55,103,200,rgb:0.40392156862745099,0.21568627450980393,0.40392156862745099,0.78431372549019607"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="107,100,90,255,rgb:0.41960784313725491,0.39215686274509803,0.35294117647058826,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.12"></Option>
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
&lt;b&gt;[% replace(to_string(coalesce("name", 'Baublock')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;table cellspacing="0"&gt;
[% if("density_mwh_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarfsdichte&lt;/td&gt;&lt;td&gt;' || format_number("density_mwh_ha", if(abs("density_mwh_ha") &lt; 10, 2, if(abs("density_mwh_ha") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/(ha·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("density_low_mwh_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarfsdichte, unten&lt;/td&gt;&lt;td&gt;' || format_number("density_low_mwh_ha", if(abs("density_low_mwh_ha") &lt; 10, 2, if(abs("density_low_mwh_ha") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/(ha·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("density_high_mwh_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarfsdichte, oben&lt;/td&gt;&lt;td&gt;' || format_number("density_high_mwh_ha", if(abs("density_high_mwh_ha") &lt; 10, 2, if(abs("density_high_mwh_ha") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/(ha·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("useful_heat_mwh_a" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarf (Nutzenergie)&lt;/td&gt;&lt;td&gt;' || format_number("useful_heat_mwh_a", if(abs("useful_heat_mwh_a") &lt; 10, 2, if(abs("useful_heat_mwh_a") &lt; 100, 1, 0)), 'de', false, true) || ' MWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("area_ha" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Fläche (netto)&lt;/td&gt;&lt;td&gt;' || format_number("area_ha", if(abs("area_ha") &lt; 10, 2, if(abs("area_ha") &lt; 100, 1, 0)), 'de', false, true) || ' ha' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("heated_buildings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Beheizte Gebäude&lt;/td&gt;&lt;td&gt;' || format_number("heated_buildings", 0, 'de') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("specific_kwh_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Spezifischer Wärmebedarf&lt;/td&gt;&lt;td&gt;' || format_number("specific_kwh_m2", if(abs("specific_kwh_m2") &lt; 10, 2, if(abs("specific_kwh_m2") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/(m²·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_carrier" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegender Energieträger&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_carrier") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("gas_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil Gas&lt;/td&gt;&lt;td&gt;' || format_number("gas_percent", if(abs("gas_percent") &lt; 10, 2, if(abs("gas_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("oil_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil Heizöl&lt;/td&gt;&lt;td&gt;' || format_number("oil_percent", if(abs("oil_percent") &lt; 10, 2, if(abs("oil_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("heat_network_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil Wärmenetz&lt;/td&gt;&lt;td&gt;' || format_number("heat_network_percent", if(abs("heat_network_percent") &lt; 10, 2, if(abs("heat_network_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_type" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegender Gebäudetyp&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_type") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("prevailing_age" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegende Baualtersklasse&lt;/td&gt;&lt;td&gt;' || represent_value("prevailing_age") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("largest_consumer_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil des größten Gebäudes&lt;/td&gt;&lt;td&gt;' || format_number("largest_consumer_percent", if(abs("largest_consumer_percent") &lt; 10, 2, if(abs("largest_consumer_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
