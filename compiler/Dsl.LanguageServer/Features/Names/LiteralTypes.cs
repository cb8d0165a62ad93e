// The type that each number of a file has where it stands: a bare figure takes it from its surroundings.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Names;

/// <summary>The types of the numbers of one file.</summary>
internal sealed class LiteralTypes
{
    private readonly Dictionary<TextSpan, DslType> _types = [];

    public LiteralTypes(Snapshot snapshot, string path)
    {
        if (snapshot.PolicyOf(path) is { } policy)
        {
            foreach (var constant in BoundParts.Of(policy).SelectMany(static expression => expression.DescendantsAndSelf())
                .OfType<BoundConstant>())
            {
                if (constant.Syntax is LiteralExpression literal)
                    _types[literal.Token.Span] = constant.Type;
            }
        }
        if (snapshot.TreeOf(path) is not { } tree)
            return;
        foreach (var block in tree.Root.Blocks)
        {
            // The result of a 目标 is in the unit of its 指标.
            var isOfTarget = block is ExampleBlock { TargetKind.Value: "目标" };
            foreach (var node in block.Lines.OfType<SyntaxNode>().Prepend(block)
                .Where(node => !isOfTarget || node is not (ExpectLine or RecordLine)))
                ReadConstants(snapshot, path, node);
        }
    }

    /// <summary>The type of a number; null where it could not be bound.</summary>
    public DslType? Of(SyntaxToken number) => _types.GetValueOrDefault(number.Span);

    /// <summary>Constants that the bound policy holds as values only: of 算例, 数据 and 参数.</summary>
    private void ReadConstants(Snapshot snapshot, string path, SyntaxNode node)
    {
        switch (node)
        {
            case GivenLine line:
                foreach (var assignment in line.Assignments.Items)
                    Set(assignment.Value, TypeOf(assignment.Name));
                break;
            case RecordLine record:
                Set(record.Amount, DslType.Money);
                break;
            case ExpectLine { Value: { } expected }:
                Set(expected, DslType.Money);
                break;
            case FieldLine field:
                foreach (var modifier in field.Modifiers)
                    Set(modifier.Value, TypeOf(field.Name));
                break;
            case ParameterBlock parameter:
                foreach (var value in parameter.Values.Items)
                    Set(value.Value, TypeOf(parameter.Name));
                break;
        }

        DslType? TypeOf(SyntaxToken name) => snapshot.Names.At(path, name.Span.Start)?.Symbol switch
        {
            FieldSymbol fact => fact.Type,
            ParameterSymbol parameter => parameter.Type,
            _ => null,
        };
    }

    private void Set(ExpressionSyntax? value, DslType? type)
    {
        if (type is null || value is null)
            return;
        foreach (var token in value.Tokens.Where(static token => token.Kind == SyntaxKind.NumberLiteral))
            _types.TryAdd(token.Span, type);
    }
}
