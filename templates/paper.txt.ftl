<#-- A paper in the digest's text: rendered once for all readers it is shown to in
     the same way. Each line is a paragraph: it is wrapped when the mail is made. -->
<#import "mail.macros.ftl" as mail>
${number}. <@mail.words paper.heading.pieces/><#nt>
${paper.heading.url}
<#list [paper.credits.who, paper.credits.facts] as known>
<#if known?has_content>
${known?join(" · ")}
</#if>
</#list>
<#list paper.links as link>
<@mail.label link.label link.url/>
</#list>
<#if paper.excerpt?has_content>

<@mail.words paper.excerpt/><#nt>
</#if>
<#if paper.reasons?has_content>

<#list paper.reasons as reason>
<#if paper.reasons?size gt 1>
<@mail.label reason.interest reason.words/>
<#else>
${reason.words?cap_first}
</#if>
</#list>
</#if>
