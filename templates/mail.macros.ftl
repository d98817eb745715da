<#-- Parts that the text of a mail is put together from. -->
<#macro label words text_>
${text("words.label", {"label": words, "text": text_})}
</#macro>

<#-- Text in pieces: matched words between asterisks. -->
<#macro words pieces><#list pieces as piece><#if piece.marked>*${piece.text}*<#else>${piece.text}</#if></#list></#macro>

<#macro heading words>


${words?upper_case}
${""?left_pad([[words?upper_case?length, 3]?max, 76]?min, "=")}
</#macro>

<#-- The first lines of a notice. -->
<#macro head head sender>
${head.headline?cap_first}
${sender.name}
</#macro>

<#macro rule>


----------------------------------------
</#macro>

<#-- The last lines of every mail. -->
<#macro footer sender>
<#if sender.postalAddress?has_content>
${text("footer.sender_with_address", {"sender": sender.name, "address": sender.address, "postal": sender.postalAddress})}
<#else>
${text("footer.sender", {"sender": sender.name, "address": sender.address})}
</#if>
${text("footer.tracking")}
<#list footerLines as line>
<#if line.url?has_content>${text("words.label", {"label": line.text, "text": line.url})}<#else>${line.text}</#if>
</#list>
</#macro>
