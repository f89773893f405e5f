using System.Text;
using System.Xml;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Mining.Logs;

/// <summary>
/// Reads an event log of IEEE 1849 case by case: only one trace is in memory. Any attribute is taken, of an extension or of
/// none, nested or not. What is no such log, or is made to harm, ends the reading with <see cref="Fault"/>; nothing is ever
/// fetched, no document type is read, no entity is expanded.
/// </summary>
public sealed class XesReader : IDisposable
{
    // The framework names what it met in words alone, and adds advice for programmers.
    private const string Prohibited = "DTD";

    private readonly string _file;
    private readonly XesLimits _limits;
    private readonly Stream _stream;
    private XmlReader? _xml;
    private XesElements? _elements;

    /// <summary>Opens a log.</summary>
    /// <param name="file">Its name, for positions.</param>
    /// <param name="stream">Its bytes, gzipped or not; disposed with the reader.</param>
    /// <param name="limits">How much is read at most; null for <see cref="XesLimits.Default"/>.</param>
    public XesReader(string file, Stream stream, XesLimits? limits = null)
    {
        (_file, _stream, _limits) = (file, stream, limits ?? XesLimits.Default);
        Guard(() =>
        {
            _xml = XmlReader.Create(LogOpening.Open(_stream, _limits), Settings);
            _elements = new XesElements(_xml, _file, _limits);
            Head = _elements.Head();
            return null;
        });
    }

    private static XmlReaderSettings Settings =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        };

    /// <summary>What the log says of itself; empty when it could not be read.</summary>
    public XesHead Head { get; private set; } = new(null, []);

    /// <summary>
    /// Names the dates that are used: one of a case or an event that holds no moment ends the reading. What nobody uses may hold
    /// anything, for logs of other systems do; an empty date says that there is none.
    /// </summary>
    /// <param name="keys">Their keys.</param>
    public void Use(IEnumerable<string> keys)
    {
        if (_elements is not null)
            _elements.Used = [.. keys];
    }

    /// <summary>Why reading ended before the end of the log; null when it did not.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>Events that stand in no trace, counted up to where reading has come: they belong to no case.</summary>
    public long LooseEvents => _elements?.LooseEvents ?? 0;

    /// <summary>Returns the next case; null at the end, and after <see cref="Fault"/>.</summary>
    public XesTrace? Read() => Fault is null ? Guard(() => _elements!.Trace()) : null;

    /// <summary>Closes the log.</summary>
    public void Dispose()
    {
        _xml?.Dispose();
        _stream.Dispose();
    }

    private XesTrace? Guard(Func<XesTrace?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (Ended(e) is { } fault)
        {
            Fault = fault;
            return null;
        }
    }

    // Null for what is no fault of the log.
    private Problem? Ended(Exception met) =>
        met switch
        {
            XesRefusedException e => Refusal(e.Problem),
            XmlException { InnerException: XesRefusedException inner } => Refusal(inner.Problem),
            XmlException e => new Problem(new Position(_file, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)), Broken(e)),
            DecoderFallbackException => Refusal(XesProblems.Undecodable()),
            // Whatever the framework calls it: of a sound file neither is thrown.
            InvalidDataException or EndOfStreamException => Refusal(XesProblems.Gzip()),
            _ => null,
        };

    private Problem Refusal(Message problem) => new(_elements?.Here() ?? new Position(_file, 1, 1), problem);

    // The place stands before the sentence, and the framework's own words speak one language only.
    private static Message Broken(XmlException e) =>
        e.Message.Contains(Prohibited, StringComparison.Ordinal) ? XesProblems.DocumentType() : XesProblems.Xml();
}
