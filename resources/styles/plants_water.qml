<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|MapTips|Temporal" version="3.40">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="1" endExpression="coalesce(&quot;closed&quot;, to_date('9999-12-31'))" endField="" fixedDuration="0" limitMode="0" mode="4" startExpression="coalesce(&quot;commissioned&quot;, &quot;planned&quot;, to_date('1800-01-01'))" startField="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" tolerance="7" toleranceUnit="MM" toleranceUnitScale="3x:0,0,0,0,0,0" type="pointCluster">
  <renderer-v2 attr="CASE WHEN regexp_match(&quot;findings&quot;, 'coordinates|module_power|gross_net_ratio') THEN 'location' WHEN &quot;status&quot; IN ('closed', 'temporarily_closed') THEN 'closed' WHEN &quot;status&quot; = 'planned' THEN 'planned' ELSE 'operating' END" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
   <categories>
    <category label="in Betrieb" render="true" symbol="0" type="string" uuid="{ee49702c-6410-569f-89af-78e2e66bc9a1}" value="operating"></category>
    <category label="in Planung" render="true" symbol="1" type="string" uuid="{3c1c4283-91f4-55df-8a9b-0a4ed3cc826d}" value="planned"></category>
    <category label="stillgelegt" render="true" symbol="2" type="string" uuid="{11dfea8b-07db-5899-913d-2f4290f39bbc}" value="closed"></category>
    <category label="Lage oder Leistung zu prüfen" render="true" symbol="3" type="string" uuid="{7897083d-8fc0-5303-a9a7-1facae42cb58}" value="location"></category>
   </categories>
   <symbols>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="143,230,224,255,rgb:0.5607843137254902,0.90196078431372551,0.8784313725490196,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="pentagon"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="89,144,140,255,rgb:0.34901960784313724,0.56470588235294117,0.5490196078431373,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.25"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="3"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""></Option>
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true"></Option>
          <Option name="expression" type="QString" value="max(2, min(14, 1.2 + 0.12 * sqrt(coalesce(&quot;net_kw&quot;, &quot;gross_kw&quot;, 0))))"></Option>
          <Option name="type" type="int" value="3"></Option>
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection"></Option>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="pentagon"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="110,177,172,255,rgb:0.43137254901960786,0.69411764705882351,0.67450980392156867,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.7"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="3"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""></Option>
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true"></Option>
          <Option name="expression" type="QString" value="max(2, min(14, 1.2 + 0.12 * sqrt(coalesce(&quot;net_kw&quot;, &quot;gross_kw&quot;, 0))))"></Option>
          <Option name="type" type="int" value="3"></Option>
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection"></Option>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="220,220,220,255,rgb:0.86274509803921573,0.86274509803921573,0.86274509803921573,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="pentagon"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="110,177,172,255,rgb:0.43137254901960786,0.69411764705882351,0.67450980392156867,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.4"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="3"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""></Option>
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true"></Option>
          <Option name="expression" type="QString" value="max(2, min(14, 1.2 + 0.12 * sqrt(coalesce(&quot;net_kw&quot;, &quot;gross_kw&quot;, 0))))"></Option>
          <Option name="type" type="int" value="3"></Option>
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection"></Option>
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="0,0,0,255,rgb:0,0,0,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="cross2"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.35"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="2"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""></Option>
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true"></Option>
          <Option name="expression" type="QString" value="0.6 * max(2, min(14, 1.2 + 0.12 * sqrt(coalesce(&quot;net_kw&quot;, &quot;gross_kw&quot;, 0))))"></Option>
          <Option name="type" type="int" value="3"></Option>
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection"></Option>
       </Option>
      </data_defined_properties>
     </layer>
    </symbol>
    <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="marker">
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="143,230,223,255,rgb:0.5607843137254902,0.90196078431372551,0.87450980392156863,1"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="pentagon"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="89,144,140,255,rgb:0.34901960784313724,0.56470588235294117,0.5490196078431373,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.25"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="3"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""></Option>
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true"></Option>
          <Option name="expression" type="QString" value="max(2, min(14, 1.2 + 0.12 * sqrt(coalesce(&quot;net_kw&quot;, &quot;gross_kw&quot;, 0))))"></Option>
          <Option name="type" type="int" value="3"></Option>
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection"></Option>
       </Option>
      </data_defined_properties>
     </layer>
     <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
      <Option type="Map">
       <Option name="angle" type="QString" value="0"></Option>
       <Option name="cap_style" type="QString" value="square"></Option>
       <Option name="color" type="QString" value="0,0,0,0,rgb:0,0,0,0"></Option>
       <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
       <Option name="joinstyle" type="QString" value="round"></Option>
       <Option name="name" type="QString" value="circle"></Option>
       <Option name="offset" type="QString" value="0,0"></Option>
       <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="offset_unit" type="QString" value="MM"></Option>
       <Option name="outline_color" type="QString" value="214,0,108,255,rgb:0.83921568627450982,0,0.42352941176470588,1"></Option>
       <Option name="outline_style" type="QString" value="solid"></Option>
       <Option name="outline_width" type="QString" value="0.6"></Option>
       <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="outline_width_unit" type="QString" value="MM"></Option>
       <Option name="scale_method" type="QString" value="diameter"></Option>
       <Option name="size" type="QString" value="5"></Option>
       <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
       <Option name="size_unit" type="QString" value="MM"></Option>
       <Option name="vertical_anchor_point" type="QString" value="1"></Option>
      </Option>
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value=""></Option>
        <Option name="properties" type="Map">
         <Option name="size" type="Map">
          <Option name="active" type="bool" value="true"></Option>
          <Option name="expression" type="QString" value="2 + max(2, min(14, 1.2 + 0.12 * sqrt(coalesce(&quot;net_kw&quot;, &quot;gross_kw&quot;, 0))))"></Option>
          <Option name="type" type="int" value="3"></Option>
         </Option>
        </Option>
        <Option name="type" type="QString" value="collection"></Option>
       </Option>
      </data_defined_properties>
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
  <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="centerSymbol" type="marker">
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"></Option>
     <Option name="cap_style" type="QString" value="square"></Option>
     <Option name="color" type="QString" value="143,230,224,255,rgb:0.5607843137254902,0.90196078431372551,0.8784313725490196,1"></Option>
     <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
     <Option name="joinstyle" type="QString" value="round"></Option>
     <Option name="name" type="QString" value="circle"></Option>
     <Option name="offset" type="QString" value="0,0"></Option>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="offset_unit" type="QString" value="MM"></Option>
     <Option name="outline_color" type="QString" value="89,144,140,255,rgb:0.34901960784313724,0.56470588235294117,0.5490196078431373,1"></Option>
     <Option name="outline_style" type="QString" value="solid"></Option>
     <Option name="outline_width" type="QString" value="0.3"></Option>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="outline_width_unit" type="QString" value="MM"></Option>
     <Option name="scale_method" type="QString" value="diameter"></Option>
     <Option name="size" type="QString" value="6"></Option>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="size_unit" type="QString" value="MM"></Option>
     <Option name="vertical_anchor_point" type="QString" value="1"></Option>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""></Option>
      <Option name="properties" type="Map">
       <Option name="fillColor" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="coalesce(@cluster_color, '#8fe6e0')"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="size" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="min(9, 4.2 + 0.9 * ln(@cluster_size))"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"></Option>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"></Option>
     <Option name="cap_style" type="QString" value="square"></Option>
     <Option name="color" type="QString" value="0,0,0,0,rgb:0,0,0,0"></Option>
     <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
     <Option name="joinstyle" type="QString" value="round"></Option>
     <Option name="name" type="QString" value="circle"></Option>
     <Option name="offset" type="QString" value="0,0"></Option>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="offset_unit" type="QString" value="MM"></Option>
     <Option name="outline_color" type="QString" value="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1"></Option>
     <Option name="outline_style" type="QString" value="solid"></Option>
     <Option name="outline_width" type="QString" value="0.45"></Option>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="outline_width_unit" type="QString" value="MM"></Option>
     <Option name="scale_method" type="QString" value="diameter"></Option>
     <Option name="size" type="QString" value="8"></Option>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="size_unit" type="QString" value="MM"></Option>
     <Option name="vertical_anchor_point" type="QString" value="1"></Option>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""></Option>
      <Option name="properties" type="Map">
       <Option name="enabled" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="@cluster_color IS NULL OR color_part(@cluster_color, 'blue') = 223"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="outlineColor" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="if(@cluster_color IS NULL, '#2b2f36', '#d6006c')"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="outlineStyle" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="if(@cluster_color IS NULL, 'dash', 'solid')"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="size" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="2 + min(9, 4.2 + 0.9 * ln(@cluster_size))"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"></Option>
     </Option>
    </data_defined_properties>
   </layer>
   <layer class="FontMarker" enabled="1" locked="0" pass="0">
    <Option type="Map">
     <Option name="angle" type="QString" value="0"></Option>
     <Option name="chr" type="QString" value="2"></Option>
     <Option name="color" type="QString" value="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1"></Option>
     <Option name="font" type="QString" value="Arial"></Option>
     <Option name="font_style" type="QString" value="Bold"></Option>
     <Option name="horizontal_anchor_point" type="QString" value="1"></Option>
     <Option name="joinstyle" type="QString" value="miter"></Option>
     <Option name="offset" type="QString" value="0,0"></Option>
     <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="offset_unit" type="QString" value="MM"></Option>
     <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
     <Option name="outline_width" type="QString" value="0"></Option>
     <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="outline_width_unit" type="QString" value="MM"></Option>
     <Option name="size" type="QString" value="3"></Option>
     <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
     <Option name="size_unit" type="QString" value="MM"></Option>
     <Option name="vertical_anchor_point" type="QString" value="1"></Option>
    </Option>
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""></Option>
      <Option name="properties" type="Map">
       <Option name="char" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="to_string(@cluster_size)"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="fillColor" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="if(coalesce(color_part(@cluster_color, 'lightness') > 80, false), '#2b2f36', '#2b2f36')"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
       <Option name="size" type="Map">
        <Option name="active" type="bool" value="true"></Option>
        <Option name="expression" type="QString" value="if(@cluster_size &lt; 100, 3, if(@cluster_size &lt; 1000, 2.6, 2.2))"></Option>
        <Option name="type" type="int" value="3"></Option>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"></Option>
     </Option>
    </data_defined_properties>
   </layer>
  </symbol>
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
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="''" fontFamily="Arial" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="1" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" namedStyle="" previewBkgrdColor="255,255,255,255,rgb:1,1,1,1" tabStopDistance="6" tabStopDistanceMapUnitScale="3x:0,0,0,0,0,0" tabStopDistanceUnit="Percentage" textColor="43,47,54,255,rgb:0.16862745098039217,0.18431372549019609,0.21176470588235294,1" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families>
     <family name="Arial"></family>
     <family name="Liberation Sans"></family>
     <family name="DejaVu Sans"></family>
    </families>
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,220,rgb:1,1,1,0.86274509803921573" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="0.80000000000000004" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM"></text-buffer>
    <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSize2="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers=""></text-mask>
    <background shapeBlendMode="0" shapeBorderColor="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255,rgb:1,1,1,1" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="fillSymbol" type="fill">
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1"></Option>
        <Option name="joinstyle" type="QString" value="bevel"></Option>
        <Option name="offset" type="QString" value="0,0"></Option>
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0"></Option>
        <Option name="offset_unit" type="QString" value="MM"></Option>
        <Option name="outline_color" type="QString" value="128,128,128,255,rgb:0.50196078431372548,0.50196078431372548,0.50196078431372548,1"></Option>
        <Option name="outline_style" type="QString" value="no"></Option>
        <Option name="outline_width" type="QString" value="0"></Option>
        <Option name="outline_width_unit" type="QString" value="MM"></Option>
        <Option name="style" type="QString" value="solid"></Option>
       </Option>
      </layer>
     </symbol>
    </background>
    <shadow shadowBlendMode="6" shadowColor="0,0,0,255,rgb:0,0,0,1" shadowDraw="0" shadowOffsetAngle="135" shadowOffsetDist="1" shadowOffsetGlobal="1" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowOffsetUnit="MM" shadowOpacity="0.69999999999999996" shadowRadius="1.5" shadowRadiusAlphaOnly="0" shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusUnit="MM" shadowScale="100" shadowUnder="0"></shadow>
    <substitutions></substitutions>
   </text-style>
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol=">" useMaxLineLengthForAutoWrap="1" wrapChar=""></text-format>
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceMapUnitScale="3x:0,0,0,0,0,0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="0" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0"></placement>
   <rendering drawLabels="0" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="2" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0"></rendering>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <mapTip enabled="1">&lt;div style="font-family:Arial,sans-serif;font-size:9pt;color:#2b2f36"&gt;
&lt;b&gt;[% replace(to_string(coalesce(if(is_empty_or_null($geometry), NULL, "name"), represent_value("carrier"))), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;
&lt;div style="color:#5a6270"&gt;[% represent_value("carrier") || coalesce(', ' || format_number("net_kw", 1, 'de') || ' kW', '') %]&lt;/div&gt;
&lt;table cellspacing="0"&gt;
[% if("carrier" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Energieträger&lt;/td&gt;&lt;td&gt;' || represent_value("carrier") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("status" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Betriebsstatus&lt;/td&gt;&lt;td&gt;' || represent_value("status") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("gross_kw" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Bruttoleistung&lt;/td&gt;&lt;td&gt;' || format_number("gross_kw", if(abs("gross_kw") &lt; 10, 2, if(abs("gross_kw") &lt; 100, 1, 0)), 'de', false, true) || ' kW' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("net_kw" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nettonennleistung&lt;/td&gt;&lt;td&gt;' || format_number("net_kw", if(abs("net_kw") &lt; 10, 2, if(abs("net_kw") &lt; 100, 1, 0)), 'de', false, true) || ' kW' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("storage_kwh" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Nutzbare Speicherkapazität&lt;/td&gt;&lt;td&gt;' || format_number("storage_kwh", if(abs("storage_kwh") &lt; 10, 2, if(abs("storage_kwh") &lt; 100, 1, 0)), 'de', false, true) || ' kWh' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("chp_thermal_kw" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Thermische Nutzleistung&lt;/td&gt;&lt;td&gt;' || format_number("chp_thermal_kw", if(abs("chp_thermal_kw") &lt; 10, 2, if(abs("chp_thermal_kw") &lt; 100, 1, 0)), 'de', false, true) || ' kW' || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("fuel" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Hauptbrennstoff&lt;/td&gt;&lt;td&gt;' || replace(to_string("fuel"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("technology" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Technologie&lt;/td&gt;&lt;td&gt;' || replace(to_string("technology"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("commissioned" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Inbetriebnahme&lt;/td&gt;&lt;td&gt;' || format_date("commissioned", 'dd.MM.yyyy') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("planned" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Geplante Inbetriebnahme&lt;/td&gt;&lt;td&gt;' || format_date("planned", 'dd.MM.yyyy') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("closed" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Stilllegung&lt;/td&gt;&lt;td&gt;' || format_date("closed", 'dd.MM.yyyy') || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("street" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Straße&lt;/td&gt;&lt;td&gt;' || replace(to_string("street"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("house_number" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Hausnummer&lt;/td&gt;&lt;td&gt;' || replace(to_string("house_number"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("postcode" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Postleitzahl&lt;/td&gt;&lt;td&gt;' || replace(to_string("postcode"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("municipality" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Gemeinde&lt;/td&gt;&lt;td&gt;' || replace(to_string("municipality"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("location_kind" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Art der Ortsangabe&lt;/td&gt;&lt;td&gt;' || represent_value("location_kind") || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("mastr_id" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;MaStR-Nummer&lt;/td&gt;&lt;td&gt;' || replace(to_string("mastr_id"), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("findings" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Auffälligkeiten&lt;/td&gt;&lt;td&gt;' || replace(to_string(replace(regexp_replace(replace(';' || "findings" || ';', map(';ags_old_resolved;', ';früherer Gemeindeschlüssel;', ';carrier_unknown;', ';Energieträger unbekannt;', ';code_unknown;', ';Katalogwert unbekannt;', ';commissioned_in_future;', ';Inbetriebnahme in der Zukunft;', ';coordinates_abroad;', ';Koordinaten außerhalb Deutschlands;', ';coordinates_invalid;', ';Koordinaten unbrauchbar;', ';coordinates_outside;', ';Koordinaten außerhalb der Gemeinde;', ';coordinates_swapped;', ';Breite und Länge vertauscht;', ';coordinates_zero;', ';Koordinaten 0/0;', ';date_unreadable;', ';Datum unlesbar;', ';gross_below_net;', ';Brutto- unter Nettoleistung;', ';gross_net_ratio;', ';Brutto- und Nettoleistung passen nicht zusammen;', ';id_duplicate;', ';MaStR-Nummer mehrfach;', ';id_invalid;', ';MaStR-Nummer ungültig;', ';leading_zero_restored;', ';führende Null ergänzt;', ';module_power;', ';Leistung je Modul unplausibel;', ';number_unreadable;', ';Zahl unlesbar;', ';plug_in_power;', ';zu groß für ein Steckersolargerät;', ';storage_hours;', ';Speicherkapazität passt nicht zur Leistung;', ';row_incomplete;', ';Zeile abgeschnitten;', ';status_unknown;', ';Betriebsstatus unbekannt;', ';value_corrected;', ';Angabe berichtigt;', ';unit_migrated;', ';Migrationseinheit (kann doppelt sein);', ';calorific_value;', ';Brennwert unplausibel;')), '^;|;$', ''), ';', '; ')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("original_values" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Berichtigte Werte: Angabe des Registers&lt;/td&gt;&lt;td&gt;' || replace(to_string(nullif(array_to_string(array_remove_all(array(if(map_exist(from_json("original_values"), 'carrier'), 'Energieträger: ' || coalesce(coalesce(map_get(map('solar', 'Photovoltaik', 'wind', 'Windenergie', 'biomass', 'Biomasse', 'sewage_sludge', 'Klärschlamm', 'natural_gas', 'Erdgas', 'mineral_oil', 'Mineralölprodukte', 'other_gases', 'Andere Gase', 'mine_gas', 'Grubengas', 'hard_coal', 'Steinkohle', 'lignite', 'Braunkohle', 'waste', 'Nicht biogener Abfall', 'water', 'Wasserkraft', 'storage', 'Stromspeicher', 'geothermal', 'Geothermie', 'solar_thermal', 'Solarthermie', 'heat', 'Wärme', 'gas_pressure', 'Druck aus Gasleitungen', 'water_pressure', 'Druck aus Wasserleitungen', 'nuclear', 'Kernenergie', 'unknown', 'Unbekannt'), map_get(from_json("original_values"), 'carrier')), map_get(from_json("original_values"), 'carrier')), '–'), NULL), if(map_exist(from_json("original_values"), 'status'), 'Betriebsstatus: ' || coalesce(coalesce(map_get(map('in_operation', 'In Betrieb', 'planned', 'In Planung', 'temporarily_closed', 'Vorübergehend stillgelegt', 'closed', 'Endgültig stillgelegt', 'unknown', 'Unbekannt'), map_get(from_json("original_values"), 'status')), map_get(from_json("original_values"), 'status')), '–'), NULL), if(map_exist(from_json("original_values"), 'gross_kw'), 'Bruttoleistung: ' || coalesce(format_number(map_get(from_json("original_values"), 'gross_kw'), 3, 'de', false, true) || ' kW', '–'), NULL), if(map_exist(from_json("original_values"), 'net_kw'), 'Nettonennleistung: ' || coalesce(format_number(map_get(from_json("original_values"), 'net_kw'), 3, 'de', false, true) || ' kW', '–'), NULL), if(map_exist(from_json("original_values"), 'commissioned'), 'Inbetriebnahme: ' || coalesce(format_date(to_date(map_get(from_json("original_values"), 'commissioned')), 'dd.MM.yyyy'), '–'), NULL), if(map_exist(from_json("original_values"), 'planned'), 'Geplante Inbetriebnahme: ' || coalesce(format_date(to_date(map_get(from_json("original_values"), 'planned')), 'dd.MM.yyyy'), '–'), NULL), if(map_exist(from_json("original_values"), 'closed'), 'Stilllegung: ' || coalesce(format_date(to_date(map_get(from_json("original_values"), 'closed')), 'dd.MM.yyyy'), '–'), NULL), if(map_exist(from_json("original_values"), 'postcode'), 'Postleitzahl: ' || coalesce(map_get(from_json("original_values"), 'postcode'), '–'), NULL), if(map_exist(from_json("original_values"), 'street'), 'Straße: ' || coalesce(map_get(from_json("original_values"), 'street'), '–'), NULL), if(map_exist(from_json("original_values"), 'house_number'), 'Hausnummer: ' || coalesce(map_get(from_json("original_values"), 'house_number'), '–'), NULL), if(map_exist(from_json("original_values"), 'coordinates'), 'Koordinaten: ' || coalesce(format_number(to_real(regexp_substr(map_get(from_json("original_values"), 'coordinates'), '^([^ ]+)')), 5, 'de', false, true) || ' N, ' || format_number(to_real(regexp_substr(map_get(from_json("original_values"), 'coordinates'), '([^ ]+)$')), 5, 'de', false, true) || ' O', '–'), NULL), if(map_exist(from_json("original_values"), 'fuel'), 'Hauptbrennstoff: ' || coalesce(map_get(from_json("original_values"), 'fuel'), '–'), NULL), if(map_exist(from_json("original_values"), 'technology'), 'Technologie: ' || coalesce(map_get(from_json("original_values"), 'technology'), '–'), NULL), if(map_exist(from_json("original_values"), 'module_count'), 'Anzahl der Module: ' || coalesce(format_number(map_get(from_json("original_values"), 'module_count'), 3, 'de', false, true), '–'), NULL), if(map_exist(from_json("original_values"), 'orientation'), 'Hauptausrichtung: ' || coalesce(map_get(from_json("original_values"), 'orientation'), '–'), NULL), if(map_exist(from_json("original_values"), 'hub_height_m'), 'Nabenhöhe: ' || coalesce(format_number(map_get(from_json("original_values"), 'hub_height_m'), 3, 'de', false, true) || ' m', '–'), NULL), if(map_exist(from_json("original_values"), 'rotor_m'), 'Rotordurchmesser: ' || coalesce(format_number(map_get(from_json("original_values"), 'rotor_m'), 3, 'de', false, true) || ' m', '–'), NULL), if(map_exist(from_json("original_values"), 'storage_kwh'), 'Nutzbare Speicherkapazität: ' || coalesce(format_number(map_get(from_json("original_values"), 'storage_kwh'), 3, 'de', false, true) || ' kWh', '–'), NULL), if(map_exist(from_json("original_values"), 'chp_electric_kw'), 'Elektrische KWK-Leistung: ' || coalesce(format_number(map_get(from_json("original_values"), 'chp_electric_kw'), 3, 'de', false, true) || ' kW', '–'), NULL), if(map_exist(from_json("original_values"), 'chp_thermal_kw'), 'Thermische Nutzleistung: ' || coalesce(format_number(map_get(from_json("original_values"), 'chp_thermal_kw'), 3, 'de', false, true) || ' kW', '–'), NULL), if(map_exist(from_json("original_values"), 'feeds_network'), 'speist in ein Wärmenetz (Angabe der Planung): ' || coalesce(CASE WHEN map_get(from_json("original_values"), 'feeds_network') THEN 'ja' WHEN NOT map_get(from_json("original_values"), 'feeds_network') THEN 'nein' END, '–'), NULL)), NULL), '; '), '')), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;') %]
[% if("updated" IS NULL, '', '&lt;tr&gt;&lt;td style="color:#5a6270;padding-right:8px"&gt;Letzte Aktualisierung&lt;/td&gt;&lt;td&gt;' || format_date("updated", 'dd.MM.yyyy') || '&lt;/td&gt;&lt;/tr&gt;') %]
&lt;/table&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
