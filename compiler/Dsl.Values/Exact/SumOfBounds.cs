// A sum of any number of addends: exact as long as their common denominator is within the limit, else an interval.
using System.Numerics;

namespace Dsl.Values.Exact;

/// <summary>
/// Adds up bounds. What comes out does not depend on the order of the addends, and no addition costs more for those before it: every
/// addend is added in a common denominator, and once more rounded down and up to the finest decimals (<see cref="NumberLimits"/>),
/// which is what remains where the common denominator grows beyond the limit.
/// </summary>
public sealed class SumOfBounds
{
    private readonly End _low = new();
    private readonly End _high = new();

    /// <summary>Adds an addend so many times.</summary>
    public void Add(Bounds addend, long times = 1)
    {
        _low.Add(addend.Low, times);
        // Upwards is downwards of the negative.
        _high.Add(addend.High is { } high ? -high : null, times);
    }

    /// <summary>What it holds, to be kept and added to another sum.</summary>
    public SumState State => new(_low.State, _high.State);

    /// <summary>Adds all addends of another sum.</summary>
    public void Add(SumState other)
    {
        _low.Add(other.Low);
        _high.Add(other.High);
    }

    /// <summary>The sum so far; see <see cref="IsExact"/>.</summary>
    public Bounds Sum => NumberLimits.Hold(new(_low.Sum, _high.Sum is { } high ? -high : null));

    /// <summary>Whether the ends of the sum are those of the addends added up, and not rounded.</summary>
    public bool IsExact => _low.IsExact && _high.IsExact && (Sum.Low, Sum.High) == (_low.Sum, _high.Sum is { } high ? -high : null);

    private sealed class End
    {
        private BigInteger _numerator;
        private BigInteger _denominator = BigInteger.One;
        private BigInteger _rounded;
        private bool _isInfinite;
        private bool _isTooFine;

        // Without an end there is nothing to round, whatever was added before.
        public bool IsExact => _isInfinite || !_isTooFine;

        public Rational? Sum =>
            _isInfinite ? null : _isTooFine ? NumberLimits.OfUnits(_rounded) : new Rational(_numerator, _denominator);

        public SumEnd? State => _isInfinite ? null : new(_isTooFine ? null : (_numerator, _denominator), _rounded);

        public void Add(SumEnd? other)
        {
            if (other is not { } end)
                _isInfinite = true;
            else if (end.Fraction is { } fraction)
                Add(fraction.Numerator, fraction.Denominator, end.Rounded);
            else
                (_isTooFine, _rounded) = (true, _rounded + end.Rounded);
        }

        public void Add(Rational? addend, long times)
        {
            if (addend is not { } value)
            {
                _isInfinite = true;
                return;
            }
            if (!_isInfinite && !value.IsZero)
                Add(value.Numerator * times, value.Denominator, NumberLimits.Down(value) * times);
        }

        private void Add(BigInteger numerator, BigInteger denominator, BigInteger rounded)
        {
            if (_isInfinite)
                return;
            _rounded += rounded;
            if (!_isTooFine && !(_denominator % denominator).IsZero)
                Widen(denominator);
            if (!_isTooFine)
                _numerator += numerator * (_denominator / denominator);
        }

        private void Widen(BigInteger denominator)
        {
            var factor = denominator / BigInteger.GreatestCommonDivisor(_denominator, denominator);
            _isTooFine = !NumberLimits.IsFineEnough(_denominator * factor);
            (_numerator, _denominator) = (_numerator * factor, _denominator * factor);
        }
    }
}

/// <summary>What a sum of bounds holds; equal sums of the same addends hold the same, whatever their order.</summary>
/// <param name="Low">The lower ends; null where one of them is −∞.</param>
/// <param name="High">The negatives of the upper ends; null where one of them is ∞.</param>
public readonly record struct SumState(SumEnd? Low, SumEnd? High);

/// <summary>The ends of one side added up.</summary>
/// <param name="Fraction">The sum in the common denominator of all ends; null where that is too large.</param>
/// <param name="Rounded">The sum of the ends, each rounded down to the finest decimals, as a count of these.</param>
public readonly record struct SumEnd((BigInteger Numerator, BigInteger Denominator)? Fraction, BigInteger Rounded);
