<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="prevailing_age" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="vor 1949" render="true" symbol="0" type="string" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}" value="before_1949"></category>
   <category label="bis 1918" render="true" symbol="1" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="to_1918"></category>
   <category label="1919–1948" render="true" symbol="2" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="1919_1948"></category>
   <category label="1949–1968" render="true" symbol="3" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="1949_1968"></category>
   <category label="1969–2001" render="true" symbol="4" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="1969_2001"></category>
   <category label="1969–1983" render="true" symbol="5" type="string" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}" value="1969_1983"></category>
   <category label="1984–2001" render="true" symbol="6" type="string" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}" value="1984_2001"></category>
   <category label="2002–2029" render="true" symbol="7" type="string" uuid="{77ad5662-c7d3-580b-9e58-6d70f473ac01}" value="2002_2029"></category>
   <category label="2002–2009" render="true" symbol="8" type="string" uuid="{36527699-eb0c-5a75-a697-9bb4dfc9ec81}" value="2002_2009"></category>
   <category label="2010–2015" render="true" symbol="9" type="string" uuid="{4bf01ff2-cb96-520e-a50d-aaf4d4625801}" value="2010_2015"></category>
   <category label="2016–2029" render="true" symbol="10" type="string" uuid="{67f68b78-d9af-5eee-8e6b-4016c153cd4e}" value="2016_2029"></category>
   <category label="ab 2030" render="true" symbol="11" type="string" uuid="{063d7ad8-dbdd-543e-960e-bd560a50025e}" value="from_2030"></category>
   <category label="Unbekannt" render="true" symbol="12" type="string" uuid="{f7b9abab-0749-584a-b205-2f6dc466bcb6}" value="unknown"></category>
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="121,25,94,200,rgb:0.47450980392156861,0.09803921568627451,0.36862745098039218,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="43,10,61,200,rgb:0.16862745098039217,0.0392156862745098,0.23921568627450981,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="251,228,148,200,rgb:0.98431372549019602,0.89411764705882357,0.58039215686274515,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="255,251,208,200,rgb:1,0.98431372549019602,0.81568627450980391,0.78431372549019607"></Option>
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
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="12" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="185,185,185,200,rgb:0.72549019607843135,0.72549019607843135,0.72549019607843135,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="121,25,94,200,rgb:0.47450980392156861,0.09803921568627451,0.36862745098039218,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="163,43,93,200,rgb:0.63921568627450975,0.16862745098039217,0.36470588235294116,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="189,58,84,200,rgb:0.74117647058823533,0.22745098039215686,0.32941176470588235,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="189,58,84,200,rgb:0.74117647058823533,0.22745098039215686,0.32941176470588235,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="216,75,74,200,rgb:0.84705882352941175,0.29411764705882354,0.29019607843137257,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="233,120,64,200,rgb:0.9137254901960784,0.47058823529411764,0.25098039215686274,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="233,120,64,200,rgb:0.9137254901960784,0.47058823529411764,0.25098039215686274,0.78431372549019607"></Option>
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
      <Option name="color" type="QString" value="245,176,80,200,rgb:0.96078431372549022,0.69019607843137254,0.31372549019607843,0.78431372549019607"></Option>
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
