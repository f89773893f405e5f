using System.Xml.Linq;

namespace Workflow.Tests.Mining.Exporting;

/// <summary>The structure that the schema of IEEE 1849-2016 demands, written down from the standard: order of elements, attributes of each, declared prefixes, one type for a key.</summary>
internal static class XesRules
{
    private static readonly string[] Attributes = ["string", "date", "int", "float", "boolean", "id", "list"];

    internal static IEnumerable<string> Faults(XDocument document)
    {
        var log = document.Root!;
        XNamespace ns = "http://www.xes-standard.org/";
        if (log.Name != ns + "log")
            yield return $"The root is {log.Name}.";
        if (!decimal.TryParse(log.Attribute("xes.version")?.Value, out _))
            yield return "xes.version is no decimal.";
        foreach (var fault in Order(log, ["extension"], ["global"], ["classifier"], Attributes, ["trace"], ["event"]))
            yield return fault;
        foreach (var trace in log.Elements(ns + "trace"))
        foreach (var fault in Order(trace, Attributes, ["event"]))
            yield return fault;
        foreach (var extension in log.Elements(ns + "extension"))
            if (extension.Attributes().Select(a => a.Name.LocalName).Order().SequenceEqual(["name", "prefix", "uri"]) is false)
                yield return $"{extension}";
        foreach (var classifier in log.Elements(ns + "classifier"))
            if (classifier.Attributes().Select(a => a.Name.LocalName).Order().SequenceEqual(["keys", "name", "scope"]) is false)
                yield return $"{classifier}";
        foreach (var fault in Keys(log))
            yield return fault;
        foreach (var fault in Globals(log))
            yield return fault;
    }

    private static IEnumerable<string> Order(XElement parent, params string[][] groups)
    {
        var at = 0;
        foreach (var child in parent.Elements())
        {
            var group = Array.FindIndex(groups, g => g.Contains(child.Name.LocalName));
            if (group < at)
                yield return $"'{child.Name.LocalName}' stands in the wrong place of '{parent.Name.LocalName}'.";
            at = Math.Max(at, group);
        }
    }

    private static IEnumerable<string> Keys(XElement log)
    {
        var prefixes = log.Elements().Where(e => e.Name.LocalName == "extension").Select(e => e.Attribute("prefix")!.Value).ToHashSet();
        var types = new Dictionary<string, string>();
        foreach (var attribute in log.Descendants().Where(e => Attributes.Contains(e.Name.LocalName)))
        {
            var key = attribute.Attribute("key")?.Value;
            if (key is null || attribute.Attribute("value") is null)
                yield return $"{attribute} lacks key or value.";
            else if (System.Xml.XmlConvert.VerifyName(key) != key || (key.Split(':') is [var prefix, _] && !prefixes.Contains(prefix)))
                yield return $"The prefix of '{key}' is not declared.";
            else if (types.TryGetValue(key, out var type) && type != attribute.Name.LocalName)
                yield return $"'{key}' is {type} and {attribute.Name.LocalName}.";
            else
                types[key] = attribute.Name.LocalName;
        }

        foreach (var parent in log.Descendants().Where(e => e.Name.LocalName is "event" or "trace"))
        foreach (
            var twice in parent
                .Elements()
                .Where(e => e.Attribute("key") is not null)
                .GroupBy(e => e.Attribute("key")!.Value)
                .Where(g => g.Count() > 1)
        )
            yield return $"'{twice.Key}' stands twice.";
    }

    // What a global promises, every trace or event has.
    private static IEnumerable<string> Globals(XElement log)
    {
        foreach (var global in log.Elements().Where(e => e.Name.LocalName == "global"))
        foreach (var key in global.Elements().Select(e => e.Attribute("key")!.Value))
            if (
                log.Descendants()
                    .Where(e => e.Name.LocalName == global.Attribute("scope")!.Value)
                    .Any(e => e.Elements().All(a => a.Attribute("key")?.Value != key))
            )
                yield return $"A {global.Attribute("scope")!.Value} lacks '{key}'.";
    }
}
