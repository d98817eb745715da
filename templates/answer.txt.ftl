<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${line}
<#if items?has_content>

<#list items as each>
${each}
</#list>
</#if>
<#if document?has_content>

<#list document as each>
${each}
</#list>
</#if>
<#if linkUrl?has_content>

<@mail.label linkText linkUrl/>
</#if>
<@mail.rule/>
<@mail.footer sender/>
