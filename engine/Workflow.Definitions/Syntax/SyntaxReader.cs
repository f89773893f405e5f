using System.Text;
using Workflow.Engine.Messages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Workflow.Definitions.Syntax;

/// <summary>Reads YAML text into <see cref="SyntaxNode"/>; size, depth and node count are capped before any tree is built.</summary>
public sealed class SyntaxReader
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The deepest nesting read. YamlDotNet recurses, so this is counted on the text's own events.</summary>
    public const int MaxDepth = 40;

    /// <summary>The most values, keys, lists and maps read from one file.</summary>
    public const int MaxNodes = 100_000;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly string _file;
    private readonly string _text;
    private readonly Problems _problems;
    private readonly IParser _parser;
    private int _nodes;

    private SyntaxReader(string file, string text, Problems problems) =>
        (_file, _text, _problems, _parser) = (file, text, problems, new Parser(new Scanner(new StringReader(text), skipComments: true)));

    /// <summary>Reads one document from bytes; null when it could not be read, and then <paramref name="problems"/> says why.</summary>
    public static SyntaxNode? Read(string file, ReadOnlySpan<byte> bytes, Problems problems)
    {
        if (bytes.Length > MaxBytes)
            return Refuse(file, problems, YamlProblems.TooManyBytes(MaxBytes, bytes.Length));
        try
        {
            var start = bytes.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            return Read(file, StrictUtf8.GetString(bytes[start..]), problems);
        }
        catch (DecoderFallbackException fault)
        {
            return Refuse(file, problems, YamlProblems.NotUtf8(fault.Index));
        }
    }

    /// <summary>Reads one document from text; null when it could not be read, and then <paramref name="problems"/> says why.</summary>
    public static SyntaxNode? Read(string file, string text, Problems problems)
    {
        if (text.Length > MaxBytes)
            return Refuse(file, problems, YamlProblems.TooManyCharacters(MaxBytes, text.Length));
        if (Brackets.TooDeep(text) is { } at)
        {
            problems.Error(new Position(file, at.Line, at.Column), YamlProblems.TooDeep(MaxDepth));
            return null;
        }

        if (HiddenSigns.Report(file, text, problems) | FullWidth.Report(file, text, problems))
            return null;
        var reader = new SyntaxReader(file, text, problems);
        try
        {
            return reader.Document();
        }
        catch (Exception fault) when (IsFault(fault))
        {
            reader.Tell(fault);
            return null;
        }
    }

    private static bool IsFault(Exception fault) =>
        fault is YamlException or ArgumentException or InvalidOperationException or FormatException or OverflowException;

    private void Tell(Exception fault)
    {
        var slip = fault switch
        {
            RefusedYaml refused => new Slip((int)refused.Start.Line, (int)refused.Start.Column, refused.Reason),
            YamlException yaml => Unclosed() ?? new Slips(_text).Behind(yaml) ?? Unknown(yaml.Start.Line, yaml.Start.Column),
            _ => Unclosed() ?? Unknown(1, 1),
        };
        _problems.Error(new Position(_file, Math.Max(1, slip.Line), Math.Max(1, slip.Column)), slip.Problem);
    }

    private static Slip Unknown(long line, long column) =>
        new((int)line, (int)column, YamlProblems.Syntax(YamlReasons.Unknown(), Ways.LookAround));

    // The parser notices a missing bracket lines later, or only at the end of the file and then without a place.
    private Slip? Unclosed() =>
        Brackets.Unclosed(_text) is not { } open ? null
        : Brackets.OpenQuote(_text, open) is { } quote ? Slips.OpenQuote(quote.Line, quote.Column, quote.Sign)
        : CutText.On(FileLines.Of(_text)[open.Line - 1], open.Line, open.Column) is { } cut ? cut
        : new Slip(open.Line, open.Column, YamlProblems.Unclosed(open));

    private static SyntaxNode? Refuse(string file, Problems problems, Message problem)
    {
        problems.Error(new Position(file, 1, 1), problem);
        return null;
    }

    private SyntaxNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
            return Refuse(_file, _problems, YamlProblems.Empty());
        _parser.Consume<DocumentStart>();
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (root is not null && !_parser.TryConsume<StreamEnd>(out _))
            _problems.Error(At(_parser.Current!.Start), YamlProblems.Documents());
        return root;
    }

    private SyntaxNode? Node(int depth)
    {
        var current = _parser.Current!;
        if (Unwanted(current, depth) is { } reason)
            throw new RefusedYaml(current, reason);
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Plain(
                scalar.End,
                new ScalarSyntax(At(scalar.Start), scalar.Value, scalar.Style is not ScalarStyle.Plain) { Raw = Raw(scalar) }
            );
        return _parser.TryConsume<SequenceStart>(out var sequence) ? List(sequence, depth) : Map(_parser.Consume<MappingStart>(), depth);
    }

    // What stands in the file is looked at before; this is what escapes in quotes write.
    private ScalarSyntax Plain(Mark end, ScalarSyntax scalar)
    {
        if (!scalar.Quoted && CutText.Behind(_text, (int)end.Index) is { } cut)
            _problems.Warn(At(end, (int)(cut - end.Index)), YamlProblems.CutText(CutText.Rest(_text, cut)));
        if (PlainText.FirstOffPassage(scalar.Text) is { } sign)
            _problems.Error(scalar.At, YamlProblems.HiddenSign(sign));
        return scalar;
    }

    private Message? Unwanted(ParsingEvent current, int depth) =>
        current switch
        {
            _ when depth > MaxDepth => YamlProblems.Syntax(YamlReasons.Depth(MaxDepth)),
            _ when ++_nodes > MaxNodes => YamlProblems.Syntax(YamlReasons.Nodes(MaxNodes)),
            NodeEvent { Anchor.IsEmpty: false } or AnchorAlias => YamlProblems.Anchor(),
            NodeEvent { Tag.IsEmpty: false } tagged when tagged.Tag.ToString() != "!" => YamlProblems.Tag(),
            _ => null,
        };

    private ListSyntax List(SequenceStart start, int depth)
    {
        var items = new List<SyntaxNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            if (Node(depth + 1) is { } item)
                items.Add(item);
        return new ListSyntax(At(start.Start), items);
    }

    private MapSyntax Map(MappingStart start, int depth)
    {
        var entries = new List<MapEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var split = new HashSet<string>(StringComparer.Ordinal);
        var isFlow = start.Style == MappingStyle.Flow;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (isFlow && SplitText.GoesOn(entries.LastOrDefault(), key, value))
                split.Add((entries[^1] = SplitText.Joined(entries[^1], (ScalarSyntax)key!)).Key);
            else if (key is not ScalarSyntax name)
                _problems.Error(key!.At, YamlProblems.Key());
            else if (!seen.Add(name.Text))
                _problems.Error(name.At, YamlProblems.DuplicateKey(name.Text));
            else
                entries.Add(new MapEntry(name.Text, name.At, value!));
        }

        foreach (var entry in entries.Where(e => split.Contains(e.Key)))
            _problems.Error(entry.Value.At, YamlProblems.SplitText(((ScalarSyntax)entry.Value).Text));
        return new MapSyntax(At(start.Start), entries);
    }

    private string Raw(Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        return start >= 0 && start <= end && end <= _text.Length ? _text[start..end] : "";
    }

    private Position At(Mark mark, int further = 0) => new(_file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column) + further);

    // YAML that is not read here.
    private sealed class RefusedYaml(ParsingEvent at, Message reason) : YamlException(at.Start, at.End, reason.Code)
    {
        internal Message Reason => reason;
    }
}
