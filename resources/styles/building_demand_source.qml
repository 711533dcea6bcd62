<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{ffffffff-0000-4000-8000-000000000000}">
   <rule filter="&quot;demand_source&quot; = 'measured'" key="{00000000-0000-4000-8000-000000000000}" label="gemessen" symbol="0"></rule>
   <rule filter="&quot;demand_source&quot; = 'measured_group'" key="{00000001-0000-4000-8000-000000000000}" label="gemessen als Gruppe von Adressen" symbol="1"></rule>
   <rule filter="ELSE" key="{00000002-0000-4000-8000-000000000000}" label="gerechnet aus Kennwerten" symbol="2"></rule>
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="27,110,90,255,rgb:0.10588235294117647,0.43137254901960786,0.35294117647058826,1"></Option>
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
      <Option name="color" type="QString" value="127,181,155,255,rgb:0.49803921568627452,0.70980392156862748,0.60784313725490191,1"></Option>
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
      <Option name="color" type="QString" value="224,207,159,255,rgb:0.8784313725490196,0.81176470588235294,0.62352941176470589,1"></Option>
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
  </symbols>
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
