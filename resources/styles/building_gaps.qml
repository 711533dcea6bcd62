<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="0" endExpression="" endField="" fixedDuration="0" limitMode="0" mode="0" startExpression="" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{ffffffff-0000-4000-8000-000000000000}">
   <rule filter="&quot;heated&quot; AND (coalesce(&quot;use_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;storeys_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;age_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) = 0" key="{00000000-0000-4000-8000-000000000000}" label="nichts von Nutzung, Geschossen, Alter angenommen" symbol="0"></rule>
   <rule filter="&quot;heated&quot; AND (coalesce(&quot;use_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;storeys_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;age_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) = 1" key="{00000001-0000-4000-8000-000000000000}" label="eines von Nutzung, Geschossen, Alter angenommen" symbol="1"></rule>
   <rule filter="&quot;heated&quot; AND (coalesce(&quot;use_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;storeys_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;age_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) = 2" key="{00000002-0000-4000-8000-000000000000}" label="zwei von Nutzung, Geschossen, Alter angenommen" symbol="2"></rule>
   <rule filter="&quot;heated&quot; AND (coalesce(&quot;use_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;storeys_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) + (coalesce(&quot;age_source&quot;, 'default') IN ('census', 'neighbour', 'geometry', 'default', 'address', 'landuse')) = 3" key="{00000003-0000-4000-8000-000000000000}" label="alle drei von Nutzung, Geschossen, Alter angenommen" symbol="3"></rule>
   <rule filter="ELSE" key="{00000004-0000-4000-8000-000000000000}" label="unbeheizt" symbol="4"></rule>
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="color" type="QString" value="47,127,111,255,rgb:0.18431372549019609,0.49803921568627452,0.43529411764705883,1"></Option>
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
      <Option name="color" type="QString" value="185,217,165,255,rgb:0.72549019607843135,0.85098039215686272,0.6470588235294118,1"></Option>
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
      <Option name="color" type="QString" value="243,178,92,255,rgb:0.95294117647058818,0.69803921568627447,0.36078431372549019,1"></Option>
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
      <Option name="color" type="QString" value="181,56,42,255,rgb:0.70980392156862748,0.2196078431372549,0.16470588235294117,1"></Option>
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
      <Option name="color" type="QString" value="228,225,220,255,rgb:0.89411764705882357,0.88235294117647056,0.86274509803921573,1"></Option>
      <Option name="joinstyle" type="QString" value="round"></Option>
      <Option name="offset" type="QString" value="0,0"></Option>
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
      <Option name="offset_unit" type="QString" value="MM"></Option>
      <Option name="outline_color" type="QString" value="179,173,164,255,rgb:0.70196078431372544,0.67843137254901964,0.64313725490196083,1"></Option>
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
&lt;b&gt;[% replace(to_string(coalesce(trim("street" || ' ' || coalesce("house_number", '')), "name", 'Gebäude')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% represent_value("use") %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
[% if("use" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nutzung&lt;/td&gt;&lt;td&gt;' || represent_value("use") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("use_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft der Nutzung&lt;/td&gt;&lt;td&gt;' || represent_value("use_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("heated" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Beheizt&lt;/td&gt;&lt;td&gt;' || if("heated", 'ja', 'nein') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("heat_category" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Kategorie des Wärmebedarfs&lt;/td&gt;&lt;td&gt;' || represent_value("heat_category") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("house_type" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Gebäudetyp (Wohnen)&lt;/td&gt;&lt;td&gt;' || represent_value("house_type") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("age_class" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Baualtersklasse&lt;/td&gt;&lt;td&gt;' || represent_value("age_class") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("built_year" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Baujahr&lt;/td&gt;&lt;td&gt;' || to_string("built_year") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("age_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft des Baualters&lt;/td&gt;&lt;td&gt;' || represent_value("age_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("storeys" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Geschosse&lt;/td&gt;&lt;td&gt;' || format_number("storeys", if(abs("storeys") &lt; 10, 2, if(abs("storeys") &lt; 100, 1, 0)), 'de', false, true) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("storeys_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft der Geschosse&lt;/td&gt;&lt;td&gt;' || represent_value("storeys_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("height_m" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Höhe&lt;/td&gt;&lt;td&gt;' || format_number("height_m", if(abs("height_m") &lt; 10, 2, if(abs("height_m") &lt; 100, 1, 0)), 'de', false, true) || ' m' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("footprint_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Grundfläche&lt;/td&gt;&lt;td&gt;' || format_number("footprint_m2", if(abs("footprint_m2") &lt; 10, 2, if(abs("footprint_m2") &lt; 100, 1, 0)), 'de', false, true) || ' m²' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("floor_area_m2" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Energiebezugsfläche&lt;/td&gt;&lt;td&gt;' || format_number("floor_area_m2", if(abs("floor_area_m2") &lt; 10, 2, if(abs("floor_area_m2") &lt; 100, 1, 0)), 'de', false, true) || ' m²' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("floor_area_source" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Herkunft der Fläche&lt;/td&gt;&lt;td&gt;' || represent_value("floor_area_source") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("postcode" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Postleitzahl&lt;/td&gt;&lt;td&gt;' || replace(to_string("postcode"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("findings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Auffälligkeiten&lt;/td&gt;&lt;td&gt;' || replace(to_string("findings"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
