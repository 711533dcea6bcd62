<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 attr="coalesce(specific_kwh_m2, -1)" enableorderby="0" forceraster="0" graduatedMethod="GraduatedColor" referencescale="-1" symbollevels="0" type="graduatedSymbol">
  <ranges>
   <range label="unter 50 kWh/(m²·a)" lower="0.000000000000000" render="true" symbol="0" upper="50.000000000000000" uuid="{74234cb3-647f-5969-a967-9c741e00e1c8}"></range>
   <range label="50 bis 75 kWh/(m²·a)" lower="50.000000000000000" render="true" symbol="1" upper="75.000000000000000" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}"></range>
   <range label="75 bis 100 kWh/(m²·a)" lower="75.000000000000000" render="true" symbol="2" upper="100.000000000000000" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}"></range>
   <range label="100 bis 130 kWh/(m²·a)" lower="100.000000000000000" render="true" symbol="3" upper="130.000000000000000" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}"></range>
   <range label="130 bis 180 kWh/(m²·a)" lower="130.000000000000000" render="true" symbol="4" upper="180.000000000000000" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}"></range>
   <range label="über 180 kWh/(m²·a)" lower="180.000000000000000" render="true" symbol="5" upper="1000000000000.000000000000000" uuid="{841534bb-56ba-55c0-98c0-1fb1378ba2d5}"></range>
   <range label="ohne Angabe" lower="-1.000000000000000" render="true" symbol="6" upper="-0.500000000000000" uuid="{18038855-4eae-56f9-b458-a5f6a15a79e5}"></range>
  </ranges>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="254,246,200,255,rgb:0.99607843137254903,0.96470588235294119,0.78431372549019607,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="251,210,131,255,rgb:0.98431372549019602,0.82352941176470584,0.51372549019607838,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="242,154,76,255,rgb:0.94901960784313721,0.60392156862745094,0.29803921568627451,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="217,90,50,255,rgb:0.85098039215686272,0.35294117647058826,0.19607843137254902,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="4" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="163,42,42,255,rgb:0.63921568627450975,0.16470588235294117,0.16470588235294117,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="5" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="91,15,38,255,rgb:0.35686274509803922,0.05882352941176471,0.14901960784313725,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="93,90,85,255,rgb:0.36470588235294116,0.35294117647058826,0.33333333333333331,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="solid"></Option>
     </Option>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="6" type="fill">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"></Option>
      <Option name="clip_mode" type="QString" value="during_render"></Option>
      <Option name="color" type="QString" value=""></Option>
      <Option name="coordinate_reference" type="QString" value="feature"></Option>
      <Option name="distance" type="QString" value="1.2"></Option>
      <Option name="distance_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="distance_unit" type="QString" value="MM"></Option>
      <Option name="line_width" type="QString" value="0"></Option>
      <Option name="line_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="line_width_unit" type="QString" value="MM"></Option>
      <Option name="offset" type="QString" value="0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
     </Option>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="@6@0" type="line">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="align_dash_pattern" type="QString" value="0"></Option>
        <Option name="capstyle" type="QString" value="round"></Option>
        <Option name="customdash" type="QString" value="5;2"></Option>
        <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="customdash_unit" type="QString" value="MM"></Option>
        <Option name="dash_pattern_offset" type="QString" value="0"></Option>
        <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="dash_pattern_offset_unit" type="QString" value="MM"></Option>
        <Option name="draw_inside_polygon" type="QString" value="0"></Option>
        <Option name="joinstyle" type="QString" value="round"></Option>
        <Option name="line_color" type="QString" value="185,180,171,255,rgb:0.72549019607843135,0.70588235294117652,0.6705882352941176,1"></Option>
        <Option name="line_style" type="QString" value="solid"></Option>
        <Option name="line_width" type="QString" value="0.1"></Option>
        <Option name="line_width_unit" type="QString" value="MM"></Option>
        <Option name="offset" type="QString" value="0"></Option>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="offset_unit" type="QString" value="MM"></Option>
        <Option name="ring_filter" type="QString" value="0"></Option>
        <Option name="trim_distance_end" type="QString" value="0"></Option>
        <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="trim_distance_end_unit" type="QString" value="MM"></Option>
        <Option name="trim_distance_start" type="QString" value="0"></Option>
        <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="trim_distance_start_unit" type="QString" value="MM"></Option>
        <Option name="tweak_dash_pattern_on_corners" type="QString" value="0"></Option>
        <Option name="use_custom_dash" type="QString" value="0"></Option>
        <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="185,180,171,0,rgb:0.72549019607843135,0.70588235294117652,0.6705882352941176,0"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="185,180,171,255,rgb:0.72549019607843135,0.70588235294117652,0.6705882352941176,1"></Option>
      <Option name="outline_style" type="QString" value="solid"></Option>
      <Option name="outline_width" type="QString" value="0.06"></Option>
      <Option name="outline_width_unit" type="QString" value="MM"></Option>
      <Option name="style" type="QString" value="no"></Option>
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
&lt;b&gt;[% replace(to_string(coalesce(trim("street" || ' ' || coalesce("house_number", '')), 'Gebäude')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% 'Wärmebedarf (Nutzenergie)' %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
[% if("specific_kwh_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Spezifischer Wärmebedarf (Nutzenergie)&lt;/td&gt;&lt;td&gt;' || format_number("specific_kwh_m2", if(abs("specific_kwh_m2") &lt; 10, 2, if(abs("specific_kwh_m2") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/(m²·a)' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("useful_heat_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarf (Nutzenergie)&lt;/td&gt;&lt;td&gt;' || format_number("useful_heat_kwh", if(abs("useful_heat_kwh") &lt; 10, 2, if(abs("useful_heat_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("useful_heat_low_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarf, unten&lt;/td&gt;&lt;td&gt;' || format_number("useful_heat_low_kwh", if(abs("useful_heat_low_kwh") &lt; 10, 2, if(abs("useful_heat_low_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("useful_heat_high_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Wärmebedarf, oben&lt;/td&gt;&lt;td&gt;' || format_number("useful_heat_high_kwh", if(abs("useful_heat_high_kwh") &lt; 10, 2, if(abs("useful_heat_high_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("space_heat_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Raumwärme (Nutzenergie)&lt;/td&gt;&lt;td&gt;' || format_number("space_heat_kwh", if(abs("space_heat_kwh") &lt; 10, 2, if(abs("space_heat_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("hot_water_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Warmwasser (Nutzenergie)&lt;/td&gt;&lt;td&gt;' || format_number("hot_water_kwh", if(abs("hot_water_kwh") &lt; 10, 2, if(abs("hot_water_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("floor_area_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Energiebezugsfläche&lt;/td&gt;&lt;td&gt;' || format_number("floor_area_m2", if(abs("floor_area_m2") &lt; 10, 2, if(abs("floor_area_m2") &lt; 100, 1, 0)), 'de', false, true) || ' m²' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("demand_method" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Verfahren&lt;/td&gt;&lt;td&gt;' || represent_value("demand_method") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("demand_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft des Wärmebedarfs&lt;/td&gt;&lt;td&gt;' || represent_value("demand_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("final_energy_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Endenergie für Wärme&lt;/td&gt;&lt;td&gt;' || format_number("final_energy_kwh", if(abs("final_energy_kwh") &lt; 10, 2, if(abs("final_energy_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh/a' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("carrier" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Überwiegender Energieträger&lt;/td&gt;&lt;td&gt;' || represent_value("carrier") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("carrier_percent" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Anteil des Energieträgers&lt;/td&gt;&lt;td&gt;' || format_number("carrier_percent", if(abs("carrier_percent") &lt; 10, 2, if(abs("carrier_percent") &lt; 100, 1, 0)), 'de', false, true) || ' %' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("carrier_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft des Energieträgers&lt;/td&gt;&lt;td&gt;' || represent_value("carrier_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
