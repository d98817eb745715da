<#-- The digest as plain text. Each line is a paragraph: it is wrapped when the mail is made. -->
<#macro words pieces><#list pieces as piece><#if piece.marked>*${piece.text}*<#else>${piece.text}</#if></#list></#macro>
<#macro entry paper>

${paper.number}. <@words paper.heading.pieces/><#nt>
${paper.heading.url}
<#if paper.credits.parts?has_content>
${paper.credits.parts?join(" · ")}
</#if>
<#if paper.excerpt?has_content>

<@words paper.excerpt/><#nt>
</#if>
<#if paper.reasons?has_content>

<#list paper.reasons as reason>
${reason.interest}: ${reason.words}
</#list>
</#if>
<#if paper.links?has_content>

<#list paper.links as link>
${link.label}: ${link.url}
</#list>
</#if>
</#macro>
${head.headline}
${footer.sender.name}, ${date.full}

${head.summary}
<#list sections as section>


${section.name?upper_case}
${""?left_pad([[section.name?length, 3]?max, 76]?min, "=")}
<#list section.papers as paper>
<@entry paper/>
</#list>
</#list>
<#if trending?has_content>


TRENDING, OUTSIDE YOUR INTERESTS
================================
<#list trending as paper>
<@entry paper/>
</#list>
</#if>
<#if more gt 0>

${more} more <#if more == 1>paper<#else>papers</#if> matched than your mail holds. Choose how many you get: ${footer.interestsUrl}
</#if>


----------------------------------------
Change your interests: ${footer.interestsUrl}
Unsubscribe: ${footer.unsubscribeUrl}

You get this mail because ${footer.readerAddress} subscribed to ${footer.sender.name}.
Sent by ${footer.sender.name} (${footer.sender.address})<#if footer.sender.postalAddress?has_content>, ${footer.sender.postalAddress}</#if>.
No tracking: no pixels, no rewritten links.
