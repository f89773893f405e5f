using System.Collections.Immutable;
using System.Xml;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Mining.Logs;

/// <summary>Takes the elements of a log one by one. It throws <see cref="XesRefusedException"/> at what is no log.</summary>
internal sealed class XesElements(XmlReader xml, string file, XesLimits limits)
{
    private int _ofTrace;
    private int _inside;
    private bool _isInLog;

    /// <summary>The keys of dates that somebody uses; of others nobody asks what they hold.</summary>
    internal ImmutableHashSet<string> Used { get; set; } = [];

    /// <summary>Events outside every trace, so far.</summary>
    internal long LooseEvents { get; private set; }

    internal Position Here() =>
        xml is IXmlLineInfo { LineNumber: > 0 } line ? new Position(file, line.LineNumber, Math.Max(1, line.LinePosition)) : Start;

    private Position Start => new(file, 1, 1);

    /// <summary>Reads up to the first trace.</summary>
    internal XesHead Head()
    {
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "log")
            throw Refused(XesProblems.NoLog(Words()));
        Check();
        var version = xml.GetAttribute("xes.version");
        _isInLog = !xml.IsEmptyElement;
        if (_isInLog)
            Next();
        else
            ReadOn();
        return new XesHead(version, Declarations());
    }

    private ImmutableArray<XesExtension> Declarations()
    {
        var extensions = ImmutableArray.CreateBuilder<XesExtension>();
        while (_isInLog && !Is("trace") && !Is("event"))
            Declaration(extensions);
        return extensions.ToImmutable();
    }

    /// <summary>Reads the next trace; null at the end of the log.</summary>
    internal XesTrace? Trace()
    {
        while (_isInLog)
        {
            _ofTrace = 0;
            if (Is("trace"))
                return Whole();
            if (Is("event"))
                Loose();
            else
                Declaration(ImmutableArray.CreateBuilder<XesExtension>());
        }

        return null;
    }

    private void Loose()
    {
        Event();
        LooseEvents++;
    }

    // What stands around the traces: declarations, and what the log says of itself, which nothing here uses.
    private void Declaration(ImmutableArray<XesExtension>.Builder extensions)
    {
        if (xml.NodeType == XmlNodeType.EndElement)
        {
            _isInLog = false;
            ReadOn();
            return;
        }

        _ofTrace = 0;
        if (Is("extension") && extensions.Count < limits.Attributes)
            extensions.Add(new XesExtension(Short("name"), Short("prefix"), Short("uri")));
        CheckDeclared();
        Skip();
    }

    // Defaults and what the log says of itself may hold anything, attributes without a key among them, as some tools write.
    private void CheckDeclared()
    {
        if (!Is("extension") && !Is("classifier") && !Is("global"))
            Type();
    }

    // Finds what should not follow, and checks the end of a gzipped log.
    private void ReadOn()
    {
        while (xml.Read()) { }
    }

    private XesTrace Whole()
    {
        var at = Here();
        var events = ImmutableArray.CreateBuilder<XesEvent>();
        var attributes = Inside(() => Took(events));
        return new XesTrace(at, attributes, events.ToImmutable());
    }

    private bool Took(ImmutableArray<XesEvent>.Builder events)
    {
        if (!Is("event"))
            return false;
        if (events.Count == limits.Events)
            throw Refused(XesProblems.TooManyEvents(limits.Events));
        events.Add(Event());
        return true;
    }

    private XesEvent Event()
    {
        var at = Here();
        return new XesEvent(at, Attributes());
    }

    private ImmutableArray<XesAttribute> Attributes() => Inside(() => false);

    // Reads what is inside the element that the reader stands on, and moves past its end.
    private ImmutableArray<XesAttribute> Inside(Func<bool> other)
    {
        if (xml.IsEmptyElement)
        {
            Next();
            return [];
        }

        var depth = xml.Depth;
        var found = ImmutableArray.CreateBuilder<XesAttribute>();
        Next();
        while (xml.Depth > depth)
            if (!other())
                Take(found);
        Next();
        return found.Count == 0 ? [] : found.ToImmutable();
    }

    private void Take(ImmutableArray<XesAttribute>.Builder found)
    {
        // The standard wraps the items of a list in an element of its own.
        if (Is("values"))
            found.AddRange(Attributes());
        else
            found.Add(Attribute());
        if (found.Count > limits.Attributes)
            throw Refused(XesProblems.TooManyInElement(limits.Attributes));
    }

    private XesAttribute Attribute()
    {
        var type = Type();
        if (++_ofTrace > limits.TraceAttributes)
            throw Refused(XesProblems.TooManyInTrace(limits.TraceAttributes));
        var attribute = Plain(Key(), type);
        _inside++;
        var nested = Attributes();
        _inside--;
        return nested.IsEmpty ? attribute : attribute with { Nested = nested };
    }

    private XesAttribute Plain(string key, XesType type)
    {
        var attribute = new XesAttribute(key, type, type is XesType.List or XesType.Container ? "" : Value(key), []);
        if (_inside == 0 && Used.Contains(key) && attribute.IsNoMoment)
            throw Refused(XesProblems.NoMoment(Quoted(key), Quoted(attribute.Text)));
        return attribute;
    }

    private string Key()
    {
        if (xml.GetAttribute("key") is not { Length: > 0 } key)
            throw Refused(XesProblems.NoKey(xml.LocalName));
        return key.Length <= limits.Key ? key : throw Refused(XesProblems.KeyTooLong(limits.Key, key.Length));
    }

    private string Value(string key)
    {
        if (xml.GetAttribute("value") is not { } value)
            throw Refused(XesProblems.NoValue(Quoted(key)));
        return value.Length <= limits.Value ? value : throw Refused(XesProblems.ValueTooLong(limits.Value, Quoted(key), value.Length));
    }

    private XesType Type() =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName is var name
            ? name switch
            {
                "string" => XesType.String,
                "date" => XesType.Date,
                "int" => XesType.Int,
                "float" => XesType.Float,
                "boolean" => XesType.Boolean,
                "id" => XesType.Id,
                "list" => XesType.List,
                "container" => XesType.Container,
                _ => throw Refused(XesProblems.UnknownElement(Words())),
            }
            : throw Refused(XesProblems.UnknownElement(Words()));

    private bool Is(string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    private string Short(string attribute) =>
        xml.GetAttribute(attribute) is { } text
            ? text.Length <= limits.Key
                ? text
                : text[..limits.Key]
            : "";

    // Step by step, so that endless nesting meets its bound.
    private void Skip()
    {
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        Next();
        if (isEmpty)
            return;
        while (xml.Depth > depth)
            Next();
        Next();
    }

    private void Next()
    {
        if (!xml.Read())
            throw Refused(XesProblems.Ends());
        Check();
    }

    private void Check()
    {
        if (xml.Depth >= limits.Depth)
            throw Refused(XesProblems.TooDeep(limits.Depth));
        if (xml.AttributeCount > limits.XmlAttributes)
            throw Refused(XesProblems.TooManyXml(limits.XmlAttributes, xml.AttributeCount));
    }

    private Message Words() => xml.NodeType == XmlNodeType.Element ? Found.Text(Quoted(xml.LocalName)) : Things.Text;

    private static string Quoted(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static XesRefusedException Refused(Message problem) => new(problem);
}
